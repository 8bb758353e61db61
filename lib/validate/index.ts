import type { SourceDocument } from '../read/document.ts'
import { checkCatalogue } from './catalogue/index.ts'
import { type IsClean, noneIsClean, type Validated, validateKinds } from './check-document.ts'
import type { Schemas } from './compose-schemas.ts'

export { catalogueRules } from './catalogue/index.ts'
export type { IsClean, Validated } from './check-document.ts'
export { codes, validateCodes } from './codes.ts'
export { checkCommitted, schemaFolder, schemaTexts } from './committed.ts'
export { composeSchemas, type Schemas } from './compose-schemas.ts'
export { isKind, type Manifests, type ValidDocument, type ValidDocumentOf } from './document.ts'

/**
 * Holds the catalogue's files against their schemas, and each valid one against the rules that it can break by itself.
 * A file that only breaks such a rule stays among the documents: the rest of it is worth looking at.
 */
export function validateCatalogue(
  documents: readonly SourceDocument[],
  schemas: () => Schemas,
  isClean: IsClean = noneIsClean,
): Validated {
  const validated = validateKinds(documents, schemas, catalogueKinds, isClean)
  return {
    documents: validated.documents,
    findings: [...validated.findings, ...checkCatalogue(validated.documents)],
  }
}

const catalogueKinds = [
  'platform',
  'services',
  'prices',
  'jurisdiction',
  'forms',
  'calendar',
  'owners',
  'people',
  'ratification',
  'routines',
  'units',
  'utilisation',
] as const

/** Holds the tenants' files against the schemas composed from the catalogue: never against the committed ones. */
export function validateTenants(
  documents: readonly SourceDocument[],
  schemas: () => Schemas,
  isClean: IsClean = noneIsClean,
): Validated {
  return validateKinds(documents, schemas, ['unit', 'system'], isClean)
}

/** Holds all of them. */
export function validateAll(
  documents: readonly SourceDocument[],
  schemas: () => Schemas,
  isClean: IsClean = noneIsClean,
): Validated {
  const parts = [validateCatalogue, validateTenants].map(part => part(documents, schemas, isClean))
  return {
    documents: parts.flatMap(part => part.documents),
    findings: parts.flatMap(part => part.findings),
  }
}
