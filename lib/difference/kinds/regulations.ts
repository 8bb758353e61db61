import { jurisdictionMeaning } from '../../change/meaning/jurisdiction.ts'
import type { CatalogueProfile } from '../../model/model.ts'
import { type ManyParts, partDifferences } from '../catalogue-parts.ts'
import type { DifferenceKind } from '../difference.ts'

const parts: ManyParts<CatalogueProfile> = {
  schema: 'jurisdiction',
  table: jurisdictionMeaning,
  within: ({ catalogue }) => catalogue.jurisdictions,
  name: ({ value: { regulation } }) => ({ zh: regulation.title, en: regulation.title }),
  // As they are written: what is decided stands in one place there, and the model has it in two.
  content: ({ document }) => document.value,
}

export const regulations: DifferenceKind = {
  id: 'regulation',
  name: { zh: '管理办法', en: 'regulations' },
  find: sides => partDifferences(parts, sides),
}
