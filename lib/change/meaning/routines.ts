import { changes, type MeaningTable, nothing, rows } from './meaning.ts'

/** Of the records of routines: what was done is only added to. */
export const routinesMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  jurisdiction: nothing('the name of the file'),
  from: changes('例行事项自何日起登记', 'from when routines are recorded'),
  done: rows(
    ['routine', 'period'],
    { zh: '例行事项的办理记录', en: 'the record of a routine' },
    { added: 'free' },
  ),
  'done[].routine': nothing('what the row is known by'),
  'done[].period': nothing('what the row is known by'),
  'done[].on': changes('例行事项的办理日期', 'the day on which a routine was done'),
  'done[].papers': changes('例行事项所依据的材料', 'the papers of a routine'),
}
