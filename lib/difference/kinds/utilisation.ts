import { utilisationMeaning } from '../../change/meaning/utilisation.ts'
import type { Catalogue } from '../../model/model.ts'
import { type ManyParts, partDifferences } from '../catalogue-parts.ts'
import type { DifferenceKind } from '../difference.ts'

const parts: ManyParts<Catalogue['utilisation'][number]> = {
  schema: 'utilisation',
  table: utilisationMeaning,
  within: ({ catalogue }) => new Map(catalogue.utilisation.map(one => [one.document.file, one])),
  name: ({ value: { month, source, measured } }) => ({
    zh: `${month} 的利用率，共 ${measured.length} 条，来自${source}`,
    en: `the utilisation of ${month}, ${measured.length} rows from ${source}`,
  }),
  content: ({ value }) => value,
}

export const utilisation: DifferenceKind = {
  id: 'utilisation',
  name: { zh: '测得的利用率', en: 'what was measured' },
  find: sides => partDifferences(parts, sides),
}
