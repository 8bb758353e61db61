export { fetchChange, type Remote } from './append.ts'
export { commitNamed, fetchedTarget, requireEvidence } from './branch.ts'
export { type Recording, recordNew, type Written } from './record.ts'
export { type VerifiedEvidence, verifyEvidence } from './verify.ts'
