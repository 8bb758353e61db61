import type { DataPath, Location } from '../finding/finding.ts'

/** Which kind of file a path of the data repository holds. */
export type DocumentKind =
  | 'platform'
  | 'services'
  | 'prices'
  | 'jurisdiction'
  | 'forms'
  | 'calendar'
  | 'owners'
  | 'people'
  | 'ratification'
  | 'routines'
  | 'units'
  | 'utilisation'
  | 'unit'
  | 'system'

/** A file that was read safely: its text, its plain value, and where each part of the value stands. */
export interface SourceDocument {
  /** Path relative to the data repository's root, with `/`. */
  readonly file: string
  readonly kind: DocumentKind
  /** sha256 of the file's bytes, in hex. */
  readonly digest: string
  /** What the file says, as it stands. */
  readonly text: string
  /** Plain data: null, booleans, numbers, strings, arrays and null-free records. Not yet checked against a schema. */
  readonly value: unknown
  /**
   * Where the value at `path` stands; with `key`, where its key stands. A path that leads nowhere gives the nearest
   * ancestor that exists. The file is parsed again on first use: positions are only needed where something is wrong.
   */
  at(path: DataPath, part?: 'key' | 'value'): Location
  /** The record that an event of the history comes from, by the event's index; undefined of what people wrote. */
  recordOf?(index: number): RecordMark | undefined
}

/** A record of evidence as others refer to it. */
export interface RecordMark {
  readonly number: number
  /** `evidence/<year>/<number>.json`, whether it lies there as a file or on its branch. */
  readonly file: string
}
