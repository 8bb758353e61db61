export { commitNamed, requireEvidence, targetTip } from '../git/evidence-branch.ts'
export { fetchChange, type Remote } from './append.ts'
export { type Recording, recordNew, type Written } from './record.ts'
export { type VerifiedEvidence, verifyEvidence } from './verify.ts'
