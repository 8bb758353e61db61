import type { DataPath, Location, Related, Text } from '../finding/finding.ts'
import type { Sourced } from '../model/model.ts'

/** Where a value stands: `path` counts from the sourced value, not from the root of its document. */
export function place(source: Sourced<unknown>, ...path: DataPath): Location {
  return source.document.at([...source.path, ...path])
}

/** Where the key of a value stands. */
export function placeOfKey(source: Sourced<unknown>, ...path: DataPath): Location {
  return source.document.at([...source.path, ...path], 'key')
}

export function related(at: Location, zh: string, en: string): Related {
  return { ...at, message: { zh, en } }
}

export function text(zh: string, en: string): Text {
  return { zh, en }
}
