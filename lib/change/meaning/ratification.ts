import { type MeaningTable, nothing } from './meaning.ts'

const counted = 'it counts once, by the record of the change that brought it'

/** What has been ratified stands in the evidence, and no file takes it back. */
export const ratificationMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  'record.number': nothing(counted),
  'record.digest': nothing(counted),
  broughtBy: nothing(counted),
  reason: nothing(counted),
  paper: nothing(counted),
}
