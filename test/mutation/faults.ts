import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { load } from 'js-yaml'

/** A fault that the tests once passed over; `before` stands exactly once in its file. */
export interface PlantedFault {
  readonly name: string
  readonly file: string
  readonly before: string
  readonly after: string
  readonly why: string
}

const members = ['name', 'file', 'before', 'after', 'why'] as const

export function plantedFaults(): readonly PlantedFault[] {
  const file = join(import.meta.dirname, 'faults.yaml')
  const read = load(readFileSync(file, 'utf8'))
  if (!Array.isArray(read) || !read.every(isFault)) throw new Error(`${file} holds no list of faults`)
  return read
}

function isFault(value: unknown): value is PlantedFault {
  if (typeof value !== 'object' || value === null) return false
  const given = new Map(Object.entries(value))
  return members.every(member => typeof given.get(member) === 'string')
}
