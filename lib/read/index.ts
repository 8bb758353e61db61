export { codes, readCodes } from './codes.ts'
export type { DocumentKind, SourceDocument } from './document.ts'
export { type ParseResult, parseDocument } from './parse.ts'
export { type ReadOptions, type Repository, readRepository } from './repository.ts'
