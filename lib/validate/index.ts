import type { SourceDocument } from '../read/document.ts'
import { checkCatalogue } from './catalogue/index.ts'
import { type Validated, validateKinds } from './check-document.ts'
import { composeSchemas, type Schemas } from './compose-schemas.ts'

export { catalogueRules } from './catalogue/index.ts'
export type { Validated } from './check-document.ts'
export { codes, validateCodes } from './codes.ts'
export { checkCommitted, schemaFolder, schemaTexts } from './committed.ts'
export { composeSchemas, type Schemas } from './compose-schemas.ts'
export { isKind, type Manifests, type ValidDocument, type ValidDocumentOf } from './document.ts'

/**
 * Holds the catalogue's files against their schemas, and each valid one against the rules that it can break by itself.
 * A file that only breaks such a rule stays among the documents: the rest of it is worth looking at.
 * @param unread files of the catalogue that could not be read
 */
export function validateCatalogue(
  documents: readonly SourceDocument[],
  unread: readonly string[] = [],
): Validated {
  const schemas = composeSchemas(documents, unread)
  const validated = validateKinds(documents, schemas, [
    'platform',
    'services',
    'jurisdiction',
    'forms',
    'calendar',
  ])
  return {
    documents: validated.documents,
    findings: [...validated.findings, ...checkCatalogue(validated.documents)],
  }
}

/** Holds the tenants' files against the schemas composed from the catalogue: never against the committed ones. */
export function validateTenants(documents: readonly SourceDocument[], schemas: Schemas): Validated {
  return validateKinds(documents, schemas, ['unit', 'system'])
}
