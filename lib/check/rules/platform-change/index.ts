import type { RuleGroup } from '../../rule.ts'
import { periodTooShort } from './period-too-short.ts'
import { platformChangeNotice } from './platform-change-notice.ts'
import { platformChangePapers } from './platform-change-papers.ts'
import { platformChangeProhibited } from './platform-change-prohibited.ts'
import { platformChangeUnapproved } from './platform-change-unapproved.ts'

export const platformChangeRules: RuleGroup = {
  systemRules: [periodTooShort],
  repositoryRules: [
    platformChangePapers,
    platformChangeUnapproved,
    platformChangeNotice,
    platformChangeProhibited,
  ],
}
