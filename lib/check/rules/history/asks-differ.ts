import type { Asks, SystemManifest } from '../../../../generated/types/system.ts'
import { compareServices, hasEnded, profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { isWaiting, requestsServices } from '../../../lifecycle/index.ts'
import { entryOf } from '../../../model/entry.ts'
import { isCovered } from '../../../network/coverage.ts'
import { openingsOf } from '../../../network/exposure.ts'
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
  // Networks are given to the system, and no request asks for one.
  const withNetworks = Object.entries(asks.zones).map(
    ([id, zone]) => [id, { ...zone, network: entryOf(zones, id)?.network ?? {} }] as const,
  )
  const [asked, written] = [
    openingsOf({ zones: Object.fromEntries(withNetworks), exchange: asks.exchange }),
    openingsOf({ zones, exchange }),
  ]
  const open = [
    ...asked.filter(line => !isCovered(line, written)),
    ...written.filter(line => !isCovered(line, asked)),
  ]
  if (open.length === 0) return undefined
  return open.every(({ direction }) => direction === 'exchange') ? 'exchange' : 'zones'
}
