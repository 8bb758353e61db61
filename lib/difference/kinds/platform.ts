import { calendarMeaning } from '../../change/meaning/calendar.ts'
import type { MeaningTable } from '../../change/meaning/meaning.ts'
import { ownersMeaning } from '../../change/meaning/owners.ts'
import { peopleMeaning } from '../../change/meaning/people.ts'
import { platformMeaning } from '../../change/meaning/platform.ts'
import { unitsMeaning } from '../../change/meaning/units.ts'
import { departed } from '../departed.ts'
import type { DifferenceKind } from '../difference.ts'

interface Part {
  readonly name: 'platform' | 'people' | 'calendar' | 'owners' | 'units'
  readonly table: MeaningTable
}

/** Parts of the catalogue of which there is one. */
const parts: readonly Part[] = [
  { name: 'platform', table: platformMeaning },
  { name: 'people', table: peopleMeaning },
  { name: 'calendar', table: calendarMeaning },
  { name: 'owners', table: ownersMeaning },
  { name: 'units', table: unitsMeaning },
]

export const platform: DifferenceKind = {
  id: 'platform',
  name: { zh: '平台、人员和日历', en: 'the platform, its people and calendar' },
  *find(sides) {
    for (const { name, table } of parts) {
      const [had, has] = [sides.before.catalogue[name], sides.after.catalogue[name]]
      if (had?.document.digest === has?.document.digest) continue
      yield* departed(name, table, [had?.value, has?.value], sides)
    }
  },
}
