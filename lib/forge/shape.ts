// Answers of forges are data of others. A shape that nobody has seen is refused: what it means for an approval is unknown.
import { isRecord } from '../model/record.ts'

/** A forge answered with something else than its description and the recorded answers say. */
export class UnknownShape extends Error {
  /** Such as `reviews[3].state`. */
  readonly place: string

  constructor(place: string, wanted: string) {
    super(`${place} is not ${wanted}`)
    this.name = 'UnknownShape'
    this.place = place
  }
}

/** A part of an answer, and where it stands in it. */
export interface Shape {
  readonly place: string
  readonly value: unknown
}

export function field({ place, value }: Shape, key: string): Shape {
  if (!isRecord(value)) throw new UnknownShape(place, 'an object')
  return { place: `${place}.${key}`, value: Object.hasOwn(value, key) ? value[key] : undefined }
}

export function text({ place, value }: Shape): string {
  if (typeof value !== 'string') throw new UnknownShape(place, 'a text')
  return value
}

export function flag({ place, value }: Shape): boolean {
  if (typeof value !== 'boolean') throw new UnknownShape(place, 'true or false')
  return value
}

export function integer({ place, value }: Shape): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new UnknownShape(place, 'an integer')
  return value
}

export function list({ place, value }: Shape): readonly Shape[] {
  if (!Array.isArray(value)) throw new UnknownShape(place, 'a list')
  return value.map((member: unknown, index) => ({ place: `${place}[${index}]`, value: member }))
}

export function oneOf<T extends string>(shape: Shape, choices: readonly T[]): T {
  const found = text(shape)
  const choice = choices.find(one => one === found)
  if (choice === undefined) throw new UnknownShape(shape.place, `one of ${choices.join(', ')}`)
  return choice
}

const commitId = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/

export function commit(shape: Shape): string {
  const found = text(shape)
  if (!commitId.test(found)) throw new UnknownShape(shape.place, 'the full name of a commit')
  return found
}

/** An instant in UTC or with an offset, as UTC. */
export function instant(shape: Shape): string {
  const found = text(shape)
  if (!/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/.test(found) || !isTime(found))
    throw new UnknownShape(shape.place, 'an instant')
  return new Date(found).toISOString()
}

function isTime(written: string): boolean {
  return !Number.isNaN(Date.parse(written))
}

/** What a part says; undefined where there is none. */
export function optional<T>(shape: Shape, read: (shape: Shape) => T): T | undefined {
  return isAbsent(shape) ? undefined : read(shape)
}

export function isAbsent({ value }: Shape): boolean {
  return value === undefined || value === null
}
