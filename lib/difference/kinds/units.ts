import { unitMeaning } from '../../change/meaning/unit.ts'
import type { Unit } from '../../model/model.ts'
import { type ManyParts, partDifferences } from '../catalogue-parts.ts'
import type { DifferenceKind } from '../difference.ts'

const parts: ManyParts<Unit> = {
  schema: 'unit',
  table: unitMeaning,
  within: ({ unitByAddress }) => unitByAddress,
  name: ({ value: { metadata } }) => ({ zh: metadata.name, en: metadata.name }),
  content: ({ value }) => value,
}

export const units: DifferenceKind = {
  id: 'unit',
  name: { zh: '单位', en: 'units' },
  find: sides => partDifferences(parts, sides),
}
