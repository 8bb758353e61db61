export type { Asked } from './asked.ts'
export { type CaseSubject, caseSubject } from './subject.ts'
export type { Versions } from './versions.ts'
