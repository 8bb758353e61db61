// The proof of isolation as a page: for the assessor of the classified protection and for the authority.
export { type Proven, proofContent } from './assemble.ts'
export type { ProofContent, ProofGround } from './content.ts'
export { proofPage } from './page.ts'
