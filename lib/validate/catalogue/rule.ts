import type { CodeDefinition, Finding } from '../../finding/finding.ts'
import type { DocumentKind } from '../../read/document.ts'
import type { ValidDocumentOf } from '../document.ts'

/** A rule that one file of the catalogue can break by itself, beyond what its schema can say. */
export interface CatalogueRule<K extends DocumentKind = DocumentKind> extends CodeDefinition {
  readonly kind: K
  readonly check: (document: ValidDocumentOf<K>) => Iterable<Finding>
}
