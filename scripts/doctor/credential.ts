import { type ApplicationCredential, credentialFaults } from '../../lib/deliver/credential-faults.ts'
import { textAt, valueAt } from '../../lib/deliver/json.ts'
import { type OpenStack, ServiceError } from '../openstack/index.ts'
import { zoneFailure } from '../terraform/open-clouds.ts'
import { type Check, type Outcome, ok } from './check.ts'
import { askingZone } from './zones.ts'

/** The application credential that deliveries act by, where it is one: whether it is bounded, and for how long it holds. */
export const credential: Check = {
  name: 'credential',
  run: async ({ actualToday }, { zones }) => {
    const looked = zones.map(
      async zone => await askingZone(zone, async cloud => await outcomesOf(zone.id, cloud, actualToday)),
    )
    return (await Promise.all(looked)).flatMap(outcomes => outcomes ?? [])
  },
}

async function outcomesOf(zone: string, cloud: OpenStack, today: string): Promise<readonly Outcome[]> {
  const { credential: actingBy } = cloud
  // A password has neither bounds nor an end that anybody could ask for.
  if (actingBy === undefined) return []
  const expiresAt = await endOf(cloud, actingBy.id)
  const faults = credentialFaults({ cloud: cloud.cloud, ...actingBy, expiresAt }, today)
  if (faults.length > 0) return faults.map(fault => zoneFailure(zone, cloud.cloud, fault))
  if (expiresAt === undefined) return [endUnread(zone)]
  return [
    ok(
      `分区 ${zone}：执行机的应用凭据受限、限于所写的接口且有期限`,
      `zone ${zone}: the application credential of the runner is restricted, held to calls, and has an end`,
    ),
  ]
}

function endUnread(zone: string): Outcome {
  const what = {
    zh: `分区 ${zone}：执行机的应用凭据受限且限于所写的接口，期限读不到`,
    en: `zone ${zone}: the application credential of the runner is restricted and held to calls; its end cannot be read`,
  }
  return { state: 'skipped', what }
}

/** A credential that is held to calls may not read itself. */
async function endOf(
  { userId, request }: OpenStack,
  id: string,
): Promise<ApplicationCredential['expiresAt']> {
  try {
    const path = `/users/${encodeURIComponent(userId ?? '')}/application_credentials/${encodeURIComponent(id)}`
    const { body } = await request('identity', 'GET', path)
    const held = valueAt(body, 'application_credential')
    // Keystone leaves out that it is UTC.
    const end = textAt(held, 'expires_at')
    if (end !== undefined) return `${end.replace(/Z$/, '')}Z`
    return valueAt(held, 'expires_at') === null ? null : undefined
  } catch (error) {
    if (error instanceof ServiceError) return undefined
    throw error
  }
}
