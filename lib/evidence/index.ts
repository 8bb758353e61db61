export { type Answer, type Answers, type DecidedEvent, grantSchemas, type RecordedAnswer } from './answers.ts'
export { answersTo, answersToRatified, type RatifiedStretch } from './answers-to.ts'
export { evidenceCodes } from './codes.ts'
export { type ComingDecision, comingDecision } from './coming-decision.ts'
export { composedDocument } from './composed-document.ts'
export { type ComposedEvent, composedHistory } from './composed-history.ts'
export { type DecidedAgain, type Departure, departureOf } from './decided-again.ts'
export {
  type Decisions,
  decisionsOf,
  type GrowingDecisions,
  growingDecisions,
  noDecisions,
  recordedDay,
} from './decisions.ts'
export {
  isAbout,
  type LogEntry,
  type LogFilter,
  type LogVerdict,
  logOf,
  logVerdicts,
  narrowedLog,
} from './log.ts'
export {
  aboutRatified,
  addedRatifications,
  namedRecord,
  type Ratification,
  ratificationFindings,
  ratifyingFindings,
} from './ratification.ts'
export { ratifiedIn } from './ratified.ts'
export { type ReadRecord, readRecord } from './read-record.ts'
export {
  digestOfRecord,
  type EvidenceRecord,
  evidenceBranch,
  evidenceFolder,
  type Pinpoint,
  recordPath,
  recordSchema,
  recordSchemaWithStatements,
  recordText,
  signatureNamespace,
} from './record.ts'
export { recordedDecision } from './recorded.ts'
export { setBackIn } from './tool-versions.ts'
export {
  type BranchContents,
  type ComePastFile,
  type Contents,
  comePastFiles,
  type FileChange,
  type RecordedStretch,
  type Unbacked,
  unbackedFiles,
} from './unbacked.ts'
export { restsOn, unbackedBehind, unbackedFindings } from './unbacked-findings.ts'
export { type UnrecordedRequest, unrecordedRequest } from './unrecorded-request.ts'
export { type Anchor, type Link, type StoredRecord, type Verified, verifyRecords } from './verify.ts'
