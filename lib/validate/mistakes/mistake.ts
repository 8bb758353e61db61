import type { DataPath } from '../../finding/finding.ts'
import type { JsonObject } from '../json-schema.ts'

/** One mistake of a value, as the schema names it, with its consequences left out. */
export interface Mistake {
  /** The keyword of the schema that is not met. */
  readonly keyword: string
  /** Where the value stands that it is not met by. */
  readonly path: DataPath
  /** The key that it is about, for mistakes about keys: unknown, missing, wrongly formed. */
  readonly key: string | undefined
  readonly params: Readonly<Record<string, unknown>>
  /** The schema that the keyword stands in. */
  readonly schema: JsonObject
  readonly data: unknown
  /** For an unknown key: what was probably meant. */
  readonly meant?: Meant | undefined
}

/** The key that was probably meant, and the path of the map that it belongs into. */
export interface Meant {
  readonly key: string
  readonly parent: DataPath
}

export function samePath(a: DataPath, b: DataPath): boolean {
  return a.length === b.length && a.every((step, index) => step === b[index])
}
