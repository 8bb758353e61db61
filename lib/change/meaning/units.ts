import { type MeaningTable, nothingBelow } from './meaning.ts'

/** Words alone: what an item comes to in the cloud stands in the item, and is held against them each time. */
export const unitsMeaning: MeaningTable = {
  apiVersion: nothingBelow('the form of the file'),
  kind: nothingBelow('the form of the file'),
  units: nothingBelow('the words that conversions of items are held against (TY3113)'),
}
