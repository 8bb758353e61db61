import type { ChangeCase } from '../change-table.ts'
import { addressCases } from './addresses-stay.ts'
import { evidenceCases } from './evidence.ts'
import { feeCases } from './fees-stay.ts'
import { grantedZoneCases } from './granted-zones-stay.ts'
import { historyCases } from './history-is-append-only.ts'
import { lapseCases } from './lapses.ts'
import { openingCases } from './openings.ts'
import { paperCases } from './papers-stay.ts'
import { peopleStayCases } from './people-stay.ts'
import { platformCases } from './platform.ts'
import { recordsStayCases } from './records-stay.ts'
import { removalCases } from './removal-follows-termination.ts'
import { rewrittenCases } from './rewritten.ts'
import { serviceCases } from './services-change-by-request.ts'
import { tierCases } from './tiers.ts'

/** Every case of the rules about changes. */
export const changeCases: readonly ChangeCase[] = [
  ...historyCases,
  ...removalCases,
  ...serviceCases,
  ...addressCases,
  ...grantedZoneCases,
  ...paperCases,
  ...feeCases,
  ...openingCases,
  ...lapseCases,
  ...platformCases,
  ...rewrittenCases,
  ...peopleStayCases,
  ...recordsStayCases,
  ...evidenceCases,
  ...tierCases,
]
