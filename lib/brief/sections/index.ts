import { approval } from './approval.ts'
import { asked } from './asked.ts'
import { capacity } from './capacity.ts'
import { deadlines } from './deadlines.ts'
import { exposure } from './exposure.ts'
import { fees } from './fees.ts'
import { others } from './others.ts'
import { papers } from './papers.ts'
import type { SystemSection } from './section.ts'
import { services } from './services.ts'

/** In the order in which somebody who has to decide wants to read them. */
export const systemSections: readonly SystemSection[] = [
  asked,
  papers,
  services,
  fees,
  capacity,
  exposure,
  deadlines,
  approval,
  others,
]
