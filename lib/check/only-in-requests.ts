import type { HistoryEvent } from '../../generated/types/system.ts'
import { profileOf } from '../entitlement/index.ts'
import { type Finding, finding } from '../finding/finding.ts'
import { requestsServices } from '../lifecycle/index.ts'
import type { Surroundings, System } from '../model/model.ts'
import { eventTerm } from '../term/index.ts'
import { placeOfKey, text } from './place.ts'
import type { SystemRule } from './rule.ts'

/** Events that say what a request alone says, and are none. */
export function* onlyInRequests(
  rule: SystemRule,
  key: keyof HistoryEvent & ('asks' | 'inherited'),
  surroundings: Surroundings,
  system: System,
): Generator<Finding> {
  const profile = profileOf(surroundings, system)
  if (profile === undefined) return
  for (const [index, entry] of system.value.history.entries()) {
    if (entry[key] === undefined || requestsServices(profile, entry.event)) continue
    const { zh, en } = eventTerm(profile, entry.event)
    yield finding(rule, placeOfKey(system, 'history', index, key), {
      message: text(`“${zh}”不是申请环节`, `“${en}” is no request`),
    })
  }
}
