export { codes, readCodes } from './codes.ts'
export type { DocumentKind, SourceDocument } from './document.ts'
export { type ParseResult, parseDocument, type SourceFile } from './parse.ts'
export { kindOf } from './places.ts'
export {
  openRepository,
  parseRepository,
  type Repository,
  type RepositoryFiles,
  readRepository,
} from './repository.ts'
