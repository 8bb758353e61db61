import { isSignatureOf, readSignature } from '../evidence/signature.ts'
import {
  commit,
  field,
  instant,
  integer,
  oneOf,
  optional,
  type Shape,
  text,
  UnknownShape,
} from '../forge/shape.ts'
import {
  digestOfStatement,
  type ReviewStatement,
  type SignedStatement,
  statementNamespace,
  statementSchema,
  statementText,
  statementVerdicts,
} from './statement.ts'

/** What is wrong with a statement, whoever signed it. */
export type StatementFault = 'malformed' | 'unsigned' | 'altered'

export type ReadStatement =
  | {
      readonly digest: string
      readonly statement: ReviewStatement
      /** The key that signed it, type and body; undefined where the signature is none of it. */
      readonly key: string | undefined
      readonly fault: Exclude<StatementFault, 'malformed'> | undefined
    }
  | { readonly digest: string; readonly statement: undefined; readonly fault: 'malformed' }

/** A statement from its text, and whether the signature is one of exactly that; whose key it is, the people table knows. */
export function readStatement({ text: written, signature: armoured }: SignedStatement): ReadStatement {
  const digest = digestOfStatement(written)
  const statement = statementIn(written)
  if (statement === undefined) return { digest, statement, fault: 'malformed' }
  const signature = readSignature(armoured)
  // By another namespace it was signed as something else, and by its signer never as a review.
  if (signature === undefined || signature.namespace !== statementNamespace)
    return { digest, statement, key: undefined, fault: 'unsigned' }
  if (!isSignatureOf(written, signature)) return { digest, statement, key: undefined, fault: 'altered' }
  return { digest, statement, key: signature.key, fault: undefined }
}

/** Undefined where the text is no statement, or not the one text of what it says. */
export function statementIn(written: string): ReviewStatement | undefined {
  try {
    const statement = statementOf({ place: 'statement', value: JSON.parse(written) })
    return statementText(statement) === written ? statement : undefined
  } catch (error) {
    if (error instanceof SyntaxError || error instanceof TypeError || error instanceof UnknownShape)
      return undefined
    throw error
  }
}

function statementOf(statement: Shape): ReviewStatement {
  return {
    schema: oneOf(field(statement, 'schema'), [statementSchema]),
    forge: text(field(statement, 'forge')),
    repository: integer(field(statement, 'repository')),
    target: text(field(statement, 'target')),
    base: commit(field(statement, 'base')),
    head: commit(field(statement, 'head')),
    tree: commit(field(statement, 'tree')),
    change: optional(field(statement, 'change'), integer) ?? null,
    person: text(field(statement, 'person')),
    verdict: oneOf(field(statement, 'verdict'), statementVerdicts),
    reason: optional(field(statement, 'reason'), digestIn) ?? null,
    at: instant(field(statement, 'at')),
  }
}

function digestIn(shape: Shape): string {
  const found = text(shape)
  if (!/^[0-9a-f]{64}$/.test(found)) throw new UnknownShape(shape.place, 'a sha256')
  return found
}

/** The commits that statements are of, as far as they can be read. */
export function headsOf(statements: readonly SignedStatement[]): readonly string[] {
  return statements.flatMap(({ text: written }) => statementIn(written)?.head ?? [])
}
