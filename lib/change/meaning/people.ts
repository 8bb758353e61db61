import { elsewhere, type MeaningTable, nothing } from './meaning.ts'

/** Who may decide, day by day: past days stay as they were (TY4029), and the checks look at the rest. */
export const peopleMeaning: MeaningTable = {
  apiVersion: nothing('the form of the file'),
  kind: nothing('the form of the file'),
  accounts: elsewhere('TY4029'),
  offices: elsewhere('TY4029'),
  deputies: elsewhere('TY4029'),
  signers: elsewhere('TY4029'),
}
