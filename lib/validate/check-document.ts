import type { Finding } from '../finding/finding.ts'
import type { DocumentKind, SourceDocument } from '../read/document.ts'
import type { Schemas } from './compose-schemas.ts'
import { isValid, schemaFiles, type ValidDocument } from './document.ts'
import type { JsonSchema } from './json-schema.ts'
import { mistakesIn } from './slips.ts'

export interface Validated {
  /** Those without findings of their form, typed. */
  readonly documents: readonly ValidDocument[]
  readonly findings: readonly Finding[]
}

/** Whether a document is known to have no findings of its form, from an earlier look at the same bytes. */
export type IsClean = (document: SourceDocument) => boolean

export const noneIsClean: IsClean = () => false

/**
 * Holds documents against the schema of their kind; documents of other kinds are passed over.
 * @param schemas asked for only when there is a document to hold against one
 */
export function validateKinds(
  documents: readonly SourceDocument[],
  schemas: () => Schemas,
  kinds: readonly DocumentKind[],
  isClean: IsClean = noneIsClean,
): Validated {
  const valid: ValidDocument[] = []
  const findings: Finding[] = []
  for (const document of documents.filter(({ kind }) => kinds.includes(kind))) {
    if (isKnown(document, isClean)) {
      valid.push(document)
      continue
    }
    const root = schemaFor(document.kind, schemas())
    if (isValid(document, root)) valid.push(document)
    else findings.push(...mistakesIn(document, root))
  }
  return { documents: valid, findings }
}

function isKnown(document: SourceDocument, isClean: IsClean): document is ValidDocument {
  return isClean(document)
}

function schemaFor(kind: DocumentKind, schemas: Schemas): JsonSchema {
  const schema = schemas.get(schemaFiles[kind])
  if (schema === undefined) throw new TypeError(`no schema was composed for ${kind}`)
  return schema
}
