import type { Asks, SystemManifest } from '../../../../generated/types/system.ts'
import { compareServices, hasEnded, profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { isWaiting, requestsServices } from '../../../lifecycle/index.ts'
import { entryOf } from '../../../model/entry.ts'
import { isCovered } from '../../../network/coverage.ts'
import { openingsOf } from '../../../network/exposure.ts'
import { tierNamesOf, withoutNetworks } from '../../../network/zone-part.ts'
import { placeOfKey, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const asksDiffer: SystemRule = {
  code: 'TY3512',
  severity: 'error',
  title: text(
    '待批的申请所记录的内容与清单不一致。',
    'What a waiting request records is not what the manifest asks for.',
  ),
  why: text(
    '答复之前，asks 与 zones、exchange 说的是同一次申请，审批人看到的须一致。改写其中之一，或删去 asks。',
    'Until the answer both speak of one request, and whoever approves must see one thing. Correct either, or take `asks` out.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined || hasEnded(surroundings, system)) return
    const { history } = system.value
    const index = history.findLastIndex(({ event }) => requestsServices(profile, event))
    const asks = history[index]?.asks
    if (asks === undefined || !isWaiting(profile, history, index)) return
    const other = differing(asks, system.value)
    if (other === undefined) return
    yield finding(asksDiffer, placeOfKey(system, 'history', index, 'asks'), {
      message: text(
        `申请所记录的内容（asks）与清单所写（${other}）不一致`,
        `what the request records (\`asks\`) is not what the manifest asks for (\`${other}\`)`,
      ),
      related: [related(placeOfKey(system, other), '清单所写', 'what the manifest asks for')],
    })
  },
}

/** Which part of the manifest says something else. */
function differing(asks: Asks, { zones, exchange = [] }: SystemManifest): 'zones' | 'exchange' | undefined {
  if (compareServices(asks.zones, zones).length > 0) return 'zones'
  if (!hasSameTiers(asks.zones, zones)) return 'zones'
  // Without networks both are open in every IP version.
  const written = openingsOf({ zones: mapped(zones, withoutNetworks), exchange })
  const asked = openingsOf({ zones: asks.zones, exchange: asks.exchange })
  const open = [
    ...asked.filter(line => !isCovered(line, written)),
    ...written.filter(line => !isCovered(line, asked)),
  ]
  if (open.length === 0) return undefined
  return open.every(({ direction }) => direction === 'exchange') ? 'exchange' : 'zones'
}

function hasSameTiers(asked: Asks['zones'], written: SystemManifest['zones']): boolean {
  return Object.entries(written).every(([id, zone]) => {
    const [one, other] = [tierNamesOf(entryOf(asked, id) ?? {}), tierNamesOf(zone)].map(
      names => new Set(names),
    )
    return one?.symmetricDifference(other ?? new Set()).size === 0
  })
}

function mapped<T, U>(record: Readonly<Record<string, T>>, of: (value: T) => U): Readonly<Record<string, U>> {
  return Object.fromEntries(Object.entries(record).map(([key, value]) => [key, of(value)]))
}
