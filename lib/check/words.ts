import { closest } from '../finding/closest.ts'
import type { Fix, Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Surroundings } from '../model/model.ts'
import { text } from './place.ts'

/** A zone's name, or its id where the platform has no such zone. */
export function zoneName(model: Surroundings, zone: string): Text {
  return entryOf(model.catalogue.platform.value.zones, zone)?.name ?? text(zone, zone)
}

/** "Did you mean": the likeliest of the names, put in place of the finding's range. */
export function meant(word: string, names: Iterable<string>): Fix | undefined {
  const name = closest(word, names)
  return name === undefined ? undefined : replacement(name)
}

/** The text that belongs there instead. */
export function replacement(value: string): Fix {
  return { message: text(`改为 ${value}`, `write ${value}`), replacement: value }
}

/** Advice that takes a person. */
export function advice(zh: string, en: string): Fix {
  return { message: text(zh, en) }
}
