import { calendarMeaning } from '../../change/meaning/calendar.ts'
import { ownersMeaning } from '../../change/meaning/owners.ts'
import { peopleMeaning } from '../../change/meaning/people.ts'
import { platformMeaning } from '../../change/meaning/platform.ts'
import { unitsMeaning } from '../../change/meaning/units.ts'
import type { cataloguePartTerms } from '../../term/index.ts'
import { departed, type Part } from '../departed.ts'
import type { DifferenceKind } from '../difference.ts'

interface SinglePart extends Part {
  readonly schema: keyof typeof cataloguePartTerms
}

/** Parts of the catalogue of which there is one. */
const parts: readonly SinglePart[] = [
  { schema: 'platform', table: platformMeaning },
  { schema: 'people', table: peopleMeaning },
  { schema: 'calendar', table: calendarMeaning },
  { schema: 'owners', table: ownersMeaning },
  { schema: 'units', table: unitsMeaning },
]

export const platform: DifferenceKind = {
  id: 'platform',
  name: { zh: '平台、人员和日历', en: 'the platform, its people and calendar' },
  *find(sides) {
    for (const part of parts) {
      const [had, has] = [sides.before.catalogue[part.schema], sides.after.catalogue[part.schema]]
      if (had?.document.digest === has?.document.digest) continue
      yield* departed(part.schema, part, [had?.value, has?.value], sides)
    }
  },
}
