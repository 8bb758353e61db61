import { ratificationMeaning } from '../../change/meaning/ratification.ts'
import type { Catalogue } from '../../model/model.ts'
import { type ManyParts, partDifferences } from '../catalogue-parts.ts'
import type { DifferenceKind } from '../difference.ts'

const parts: ManyParts<Catalogue['ratifications'][number]> = {
  schema: 'ratification',
  table: ratificationMeaning,
  within: ({ catalogue }) => new Map(catalogue.ratifications.map(one => [`${one.value.record.number}`, one])),
  name: ({ value: { record, reason, paper } }) => ({
    zh: `追认记录 ${record.number}（${record.digest.slice(0, 12)}），依据 ${paper}：${reason}`,
    en: `ratifies record ${record.number} (${record.digest.slice(0, 12)}) on ${paper}: ${reason}`,
  }),
  content: ({ value }) => value,
}

export const ratifications: DifferenceKind = {
  id: 'ratification',
  name: { zh: '追认', en: 'ratifications' },
  find: sides => partDifferences(parts, sides),
}
