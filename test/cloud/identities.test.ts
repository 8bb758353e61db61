// Real application credentials of a runner: one that plans can change nothing, and one of a zone delivers there.
import { readFileSync, writeFileSync } from 'node:fs'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { parse, stringify } from 'yaml'
import { listAt, textAt, valueAt } from '../../lib/deliver/json.ts'
import { signInAsAdmin } from './clouds.ts'
import { stacksThat, tenantry } from './command.ts'
import { copyRepository, type Repository } from './repository.ts'
import { inventories, openZones, type Zone } from './zones.ts'

const cloudsFile = inject('cloudsFile')
const zone = 'zone:extranet'
const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const stack = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'

/** As the catalogue of the lab's clouds calls the services that the tool uses. */
const services = ['identity', 'compute', 'network', 'volumev3', 'image']
const reads = ['GET']
const writes = [...reads, 'POST', 'PUT', 'PATCH', 'DELETE']

describe.skipIf(cloudsFile === undefined)('a runner that acts by application credentials', () => {
  let repository: Repository
  let zones: readonly Zone[]
  const made: (() => Promise<unknown>)[] = []

  beforeAll(async () => {
    repository = copyRepository('ningwu/jiaoyuju')
    zones = (await openZones(repository)).filter(({ id }) => id === 'extranet')
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', zone, '--confirm', zone)
    for (const remove of made) await remove()
    repository.remove()
  })

  /** The same repository with a clouds.yaml in which the zone is reached by a credential that is held to some calls. */
  async function actingBy(name: string, methods: readonly string[]) {
    const { clouds } = parse(readFileSync(cloudsFile ?? '', 'utf8'))
    const admin = await signInAsAdmin('extranet')
    const path = `/users/${admin.userId}/application_credentials`
    const credential = {
      name,
      roles: [{ name: 'admin' }],
      expires_at: '2099-12-31T00:00:00',
      access_rules: services.flatMap(service => methods.map(method => ({ service, method, path: '/**' }))),
    }
    const { body } = await admin.request('identity', 'POST', path, {
      body: { application_credential: credential },
    })
    const id = textAt(body, 'application_credential', 'id') ?? expect.fail('no credential')
    made.push(async () => await admin.request('identity', 'DELETE', `${path}/${id}`))
    const secret = textAt(body, 'application_credential', 'secret') ?? ''
    const auth = {
      auth_url: clouds.extranet.auth.auth_url,
      application_credential_id: id,
      application_credential_secret: secret,
    }
    const entry = { ...clouds.extranet, auth_type: 'v3applicationcredential', auth }
    const file = `${repository.root}.${name}.yaml`
    writeFileSync(file, stringify({ clouds: { extranet: entry } }), { mode: 0o600 })
    return { ...repository, cloudsFile: file }
  }

  it('is found to be bounded and to have an end', async () => {
    const run = await tenantry(await actingBy('looked-at', reads), 'doctor', zone)
    expect(run.output).not.toMatch(/TY605\d/)
    const credential = listAt(run.answer, 'checks').find(check => textAt(check, 'check') === 'credential')
    expect(valueAt(credential, 'state'), run.output).toBe('ok')
  })

  it('delivers into its zone, and leaves nothing to plan for one that only reads', async () => {
    const run = await tenantry(await actingBy('delivers', writes), 'apply', zone, '--yes')
    expect(run.status, run.output).toBe(0)
    const planned = await tenantry(await actingBy('plans', reads), 'plan', zone, '--all')
    expect(planned.status, planned.output).toBe(0)
    expect([...planned.stacks].filter(([, { changes }]) => changes > 0)).toEqual([])
  })

  it('sees by one that only reads what a change would do, and can do none of it', async () => {
    const before = await inventories(zones)
    repository.replace(xueji, 'ports: [22, 3306]', 'ports: [22]')
    const place = await actingBy('only-reads', reads)
    const planned = await tenantry(place, 'plan', zone)
    expect(planned.status, planned.output).toBe(0)
    expect(planned.stacks.get(stack)?.changes).toBeGreaterThan(0)
    const refused = await tenantry(place, 'apply', zone, '--yes')
    expect(refused.status, refused.output).not.toBe(0)
    expect(stacksThat(refused, 'applied'), refused.output).toEqual([])
    expect(await inventories(zones)).toEqual(before)
    const delivered = await tenantry(await actingBy('goes-on', writes), 'apply', zone, '--yes')
    expect(delivered.status, delivered.output).toBe(0)
    expect(stacksThat(delivered, 'applied')).toEqual([stack])
  })
})
