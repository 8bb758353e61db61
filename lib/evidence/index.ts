export { evidenceCodes } from './codes.ts'
export type { ReadRecord } from './read-record.ts'
export {
  digestOfRecord,
  type EvidenceRecord,
  evidenceBranch,
  type Pinpoint,
  recordPath,
  recordSchema,
  recordText,
  signatureNamespace,
} from './record.ts'
export { recordedDecision } from './recorded.ts'
export { type Anchor, type StoredRecord, type Verified, verifyRecords } from './verify.ts'
