import { itemMeaning } from '../../change/meaning/services.ts'
import type { CatalogueItem } from '../../model/model.ts'
import { type ManyParts, partDifferences } from '../catalogue-parts.ts'
import type { DifferenceKind } from '../difference.ts'

const parts: ManyParts<CatalogueItem> = {
  schema: 'service',
  at: ['items', 0],
  table: itemMeaning,
  within: ({ catalogue }) => catalogue.items,
  name: ({ value }) => value.name,
  content: ({ value }) => value,
}

export const items: DifferenceKind = {
  id: 'item',
  name: { zh: '服务目录', en: 'the service catalogue' },
  find: sides => partDifferences(parts, sides),
}
