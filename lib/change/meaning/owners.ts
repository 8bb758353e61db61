import { type MeaningTable, nothing, rows } from './meaning.ts'

/** Whom a forge asks to review: approvals are decided from the reviews, not from who was asked. */
export const ownersMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  authority: nothing('whom a forge asks'),
  units: rows('key', { zh: '单位的团队', en: 'the team of a unit' }, { added: 'free', gone: 'elsewhere' }),
  'units.*': nothing('whom a forge asks'),
}
