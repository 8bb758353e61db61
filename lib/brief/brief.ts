import type { Severity, Text } from '../finding/finding.ts'

/**
 * What somebody who has to decide on a change reads: what gives pause, then part by part what it is about. All of it text,
 * of which a renderer makes Markdown or HTML, and none of it markup.
 */
export interface Brief {
  readonly compared: ComparedStates
  /** The gravest first. */
  readonly flags: readonly Flag[]
  /** A system a part, in order of their addresses; last what is shared. */
  readonly parts: readonly Part[]
}

/** Which states of the repository are compared: commits by their full names, undefined of the files as they lie here. */
export interface ComparedStates {
  readonly before: string | undefined
  readonly after: string | undefined
  /** The day, `YYYY-MM-DD`. */
  readonly on: string
}

/** Something that gives pause. */
export interface Flag {
  readonly severity: Exclude<Severity, 'info'>
  /** The address of the system; undefined of what is shared. */
  readonly subject: string | undefined
  /** What the subject is called; empty of what is shared. */
  readonly name: Text
  readonly message: Text
  /** The article as officials cite it, or whose decision it is; empty where neither is known. */
  readonly ground: Text
  /** Code of the finding behind it. */
  readonly code: string | undefined
}

export interface Part {
  /** The address of the system; undefined of what is shared. */
  readonly subject: string | undefined
  readonly heading: Text
  readonly sections: readonly Section[]
}

export interface Section {
  readonly id: string
  readonly name: Text
  readonly blocks: readonly Block[]
}

export type Block = Facts | List | Table

/** A name and its value, line by line. */
export interface Facts {
  readonly kind: 'facts'
  readonly facts: readonly Fact[]
}

export interface Fact {
  readonly name: Text
  readonly value: Text
}

export interface List {
  readonly kind: 'list'
  readonly items: readonly Text[]
}

export interface Table {
  readonly kind: 'table'
  readonly columns: readonly Text[]
  readonly rows: readonly (readonly Text[])[]
}
