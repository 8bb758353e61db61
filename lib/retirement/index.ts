// Whether a stack may go: what the repository proves of the end of its system.
export { type EndProof, endProofOf } from './end-proof.ts'
export { undecidedEnd, unprovenEnd } from './unproven-end.ts'
