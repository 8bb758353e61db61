/** A text in both languages of the tool. */
export interface Text {
  readonly zh: string
  readonly en: string
}

export type Language = keyof Text

export type Severity = 'error' | 'warning' | 'info'

/** A position in a file; line and column count from 1, columns in UTF-16 code units. */
export interface Position {
  readonly line: number
  readonly column: number
}

/** A half-open stretch of a file: `end` is the position after the last character. */
export interface Range {
  readonly start: Position
  readonly end: Position
}

/** Where a value sits in a document: keys and list indexes from the root. */
export type DataPath = readonly (string | number)[]

/** A place in a file of the data repository; `file` is relative to its root, with `/`. */
export interface Location {
  readonly file: string
  readonly range: Range
  readonly path: DataPath
}

export interface Related extends Location {
  readonly message: Text
}

/** What would mend a finding; with `replacement`, the text that belongs in the finding's range. */
export interface Fix {
  readonly message: Text
  readonly replacement?: string
  /** Nothing else can have been meant: `validate --fix` writes the replacement without asking. */
  readonly certain?: true
}

/** A stack, or one resource of it by its address in Terraform. */
export interface StackPlace {
  readonly stack: string
  readonly address?: string
}

/** A zone's cloud, or one object in it. */
export interface CloudPlace {
  /** Its name in clouds.yaml. */
  readonly cloud: string
  readonly object?: { readonly kind: string; readonly id: string; readonly name: string }
}

/** A change request of a forge, or one review of it. */
export interface ReviewPlace {
  /** The forge's address. */
  readonly forge: string
  readonly change: string
  readonly review?: string
}

/** A record of evidence, by its path. */
export interface RecordPlace {
  readonly record: string
}

/** What the tool was called with, or what it was called on: an argument, a program, a folder. */
export interface MachinePlace {
  readonly machine: string
}

/** Wherever no file is. */
export type PlaceElsewhere = StackPlace | CloudPlace | ReviewPlace | RecordPlace | MachinePlace

export type Place = Location | PlaceElsewhere

/**
 * One thing wrong (or worth knowing) at one place. The single currency of every stage: those before delivery speak of
 * files alone, and what they say is a `Finding`; whoever prints takes an `AnyFinding`.
 */
export type Finding<P extends Place = Location> = P & Said

export type AnyFinding =
  | Finding
  | Finding<StackPlace>
  | Finding<CloudPlace>
  | Finding<ReviewPlace>
  | Finding<RecordPlace>
  | Finding<MachinePlace>

/** What a finding says, wherever it stands. */
export interface Said {
  readonly code: string
  readonly severity: Severity
  /** The article that asks for it, by its ID in the regulations, such as `XS-15.2`. */
  readonly article?: string
  /** The same as people cite it, where the repository's regulations are known. */
  readonly citation?: Text
  readonly message: Text
  readonly related: readonly Related[]
  readonly fix?: Fix
}

/** A code of the table that `tenantry explain` prints: `title` is one sentence, `why` says the reason and what to do. */
export interface CodeDefinition {
  readonly code: string
  readonly severity: Severity
  readonly title: Text
  readonly why: Text
  /** Articles that the code enforces, whichever jurisdiction; a finding names the one that applies. */
  readonly articles?: readonly string[]
}

/** The start of a file, for findings about a file as a whole. */
export const fileStart: Range = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } }

export interface FindingDetails {
  readonly message: Text
  /** Where the data asks for another weight than the code's own. */
  readonly severity?: Severity | undefined
  readonly article?: string | undefined
  readonly citation?: Text | undefined
  readonly related?: readonly Related[]
  readonly fix?: Fix | undefined
}

/** Makes a finding of a defined code at a place. */
export function finding(definition: CodeDefinition, at: Location, details: FindingDetails): Finding
export function finding<P extends PlaceElsewhere>(
  definition: CodeDefinition,
  at: P,
  details: FindingDetails,
): Finding<P>
export function finding(definition: CodeDefinition, at: Place, details: FindingDetails): AnyFinding {
  return {
    code: definition.code,
    severity: details.severity ?? definition.severity,
    ...(details.article === undefined ? {} : { article: details.article }),
    ...(details.citation === undefined ? {} : { citation: details.citation }),
    message: details.message,
    // Places in files come with more than a place, and in any order of their members.
    ...('file' in at ? { file: at.file, range: at.range, path: at.path } : at),
    related: details.related ?? [],
    ...(details.fix === undefined ? {} : { fix: details.fix }),
  }
}

function comparePositions(a: Position, b: Position): number {
  return a.line - b.line || a.column - b.column
}

/** Findings in files, in reading order: by file, then place, then code. Code units decide, so that no locale changes the order. */
export function sortFindings(findings: readonly Finding[]): Finding[] {
  return findings.toSorted((a, b) => {
    if (a.file !== b.file) return a.file < b.file ? -1 : 1
    return comparePositions(a.range.start, b.range.start) || (a.code < b.code ? -1 : a.code > b.code ? 1 : 0)
  })
}
