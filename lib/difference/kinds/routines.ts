import { routinesMeaning } from '../../change/meaning/routines.ts'
import type { Catalogue } from '../../model/model.ts'
import { type ManyParts, partDifferences } from '../catalogue-parts.ts'
import type { DifferenceKind } from '../difference.ts'

const parts: ManyParts<NonNullable<ReturnType<Catalogue['routines']['get']>>> = {
  schema: 'routines',
  table: routinesMeaning,
  within: ({ catalogue }) => catalogue.routines,
  name: ({ value: { from } }) => ({
    zh: `例行事项自 ${from} 起的办理记录`,
    en: `the records of routines from ${from} on`,
  }),
  content: ({ value }) => value,
}

export const routines: DifferenceKind = {
  id: 'routine',
  name: { zh: '例行事项的办理记录', en: 'the records of routines' },
  find: sides => partDifferences(parts, sides),
}
