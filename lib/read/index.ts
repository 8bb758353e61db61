export { codes, readCodes } from './codes.ts'
export type { DocumentKind, SourceDocument } from './document.ts'
export type { AskGit, HeldByGit } from './foreign.ts'
export {
  digestOf,
  type ParseResult,
  parseDocument,
  parseFile,
  type SourceFile,
  unreadDocument,
} from './parse.ts'
export { kindOf } from './places.ts'
export {
  openRepository,
  parseFiles,
  type Repository,
  type RepositoryFiles,
  readRepository,
} from './repository.ts'
export { batchSize } from './value-cache.ts'
export type { WalkOptions } from './walk.ts'
