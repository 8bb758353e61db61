export { type AboutChange, isAbout } from './about.ts'
export { statementCodes } from './codes.ts'
export { headsOf, type ReadStatement, readStatement, type StatementFault, statementIn } from './read.ts'
export { personOfKey, type SignerFault, signerFault } from './signer.ts'
export {
  digestOfStatement,
  type ReviewStatement,
  reasonText,
  type SignedStatement,
  statementNamespace,
  statementSchema,
  statementText,
  statementVerdicts,
} from './statement.ts'
