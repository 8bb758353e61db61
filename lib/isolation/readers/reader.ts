import type { PartsView, PlacedPart } from '../../stack-policy/stack-view.ts'
import type { ReadRule } from '../group-rules.ts'
import type { Draft, Origin } from '../model.ts'

/** A resource, and how to read it. What cannot be read is named, and the proof stops there. */
export interface Source {
  readonly stack: PartsView
  readonly part: PlacedPart
  readonly origin: Origin
  readonly cloud: string
  /** The resource's own id; undefined where its name or owner cannot be read. */
  readonly self: string | undefined
  /** The id behind an attribute, which is reported when there is none. */
  readonly identity: (attribute: string) => string | undefined
  readonly unread: (attribute: string) => void
  readonly readRule: ReadRule
}

/** Reads the resources of one type. */
export type Reader = (source: Source, draft: Draft) => void

export type Readers = Readonly<Record<string, Reader>>
