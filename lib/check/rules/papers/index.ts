import type { RuleGroup } from '../../rule.ts'
import { abilityMissing } from './ability-missing.ts'
import { eventMissing } from './event-missing.ts'
import { eventProhibited } from './event-prohibited.ts'
import { factInFuture, sharedFactInFuture } from './fact-in-future.ts'
import { factMissing } from './fact-missing.ts'
import { paperAfterEvent } from './paper-after-event.ts'
import { paperFile } from './paper-file.ts'
import { paperInvalid } from './paper-invalid.ts'
import { paperMissing } from './paper-missing.ts'
import { papersOverdue } from './papers-overdue.ts'
import { reasonMissing } from './reason-missing.ts'
import { sourceNotAllowed } from './source-not-allowed.ts'

export const papersRules: RuleGroup = {
  systemRules: [
    paperMissing,
    paperInvalid,
    factMissing,
    reasonMissing,
    abilityMissing,
    eventMissing,
    eventProhibited,
    papersOverdue,
    paperAfterEvent,
    sourceNotAllowed,
    factInFuture,
  ],
  repositoryRules: [paperFile, sharedFactInFuture],
}
