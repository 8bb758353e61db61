import type { CodeDefinition, Finding } from '../../finding/finding.ts'
import type { DocumentKind } from '../../read/document.ts'
import type { ValidDocument, ValidDocumentOf } from '../document.ts'

/** A rule that a file of the catalogue can break without any tenant, beyond what its schema can say. */
export interface CatalogueRule<K extends DocumentKind = DocumentKind> extends CodeDefinition {
  /** @param catalogue every valid file of the catalogue, for rules that follow a reference into another one */
  readonly check: (document: ValidDocumentOf<K>, catalogue: readonly ValidDocument[]) => Iterable<Finding>
}
