import type { RuleGroup } from '../../rule.ts'
import { applyingUnit } from './applying-unit.ts'
import { calendarConflict } from './calendar-conflict.ts'
import { duplicateItem } from './duplicate-item.ts'
import { duplicatePlatformId } from './duplicate-platform-id.ts'
import { duplicateSystem } from './duplicate-system.ts'
import { duplicateUnit } from './duplicate-unit.ts'
import { jurisdictionUnknown } from './jurisdiction-unknown.ts'
import { nameKeptByCloud } from './name-kept-by-cloud.ts'
import { systemTextBeyondCloud, textBeyondCloud } from './text-beyond-cloud.ts'
import { unitUnknown } from './unit-unknown.ts'

export const identityRules: RuleGroup = {
  systemRules: [systemTextBeyondCloud, nameKeptByCloud],
  repositoryRules: [
    duplicateUnit,
    duplicateSystem,
    duplicateItem,
    duplicatePlatformId,
    unitUnknown,
    jurisdictionUnknown,
    applyingUnit,
    calendarConflict,
    textBeyondCloud,
  ],
}
