import { changes, type MeaningTable, nothing, rows } from './meaning.ts'

/** What is still to come may be written anew: notices come before their days. */
export const calendarMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  published: rows(
    ['year'],
    { zh: '以本文件为准的年份', en: 'a year that goes by this file alone' },
    { since: ({ year }) => (typeof year === 'number' ? `${year}-01-01` : undefined) },
  ),
  'published[].year': nothing('what the row is known by'),
  'published[].basis': nothing('where the row is written'),
  overrides: rows(
    ['on', 'jurisdiction'],
    { zh: '已到之日的工作日调整', en: 'a day that has come, as working or free' },
    { since: ({ on }) => (typeof on === 'string' ? on : undefined) },
  ),
  'overrides[].on': nothing('what the row is known by'),
  'overrides[].jurisdiction': nothing('what the row is known by'),
  'overrides[].day': changes('工作日或休假日', 'whether a day is working or free'),
  'overrides[].basis': nothing('where the row is written'),
}
