import type { RuleGroup } from '../../rule.ts'
import { asksDiffer } from './asks-differ.ts'
import { asksMisplaced } from './asks-misplaced.ts'
import { classifiedSystem } from './classified-system.ts'
import { decisionTyped } from './decision-typed.ts'
import { eventMisplaced } from './event-misplaced.ts'
import { eventUndecided } from './event-undecided.ts'
import { grantPresence } from './grant-presence.ts'
import { grantTier } from './grant-tier.ts'
import { grantZone } from './grant-zone.ts'
import { historyFuture } from './history-future.ts'
import { historyOrder } from './history-order.ts'
import { inheritedMisplaced } from './inherited-misplaced.ts'
import { openingNotGranted } from './opening-not-granted.ts'
import { requestDiffers } from './request-differs.ts'
import { requestUnrecorded } from './request-unrecorded.ts'
import { tierNotGranted } from './tier-not-granted.ts'

export const historyRules: RuleGroup = {
  systemRules: [
    historyOrder,
    historyFuture,
    eventMisplaced,
    grantPresence,
    grantZone,
    requestDiffers,
    classifiedSystem,
    openingNotGranted,
    inheritedMisplaced,
    eventUndecided,
    asksMisplaced,
    asksDiffer,
    decisionTyped,
    requestUnrecorded,
    tierNotGranted,
    grantTier,
  ],
  repositoryRules: [],
}
