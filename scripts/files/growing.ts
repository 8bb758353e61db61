// Names of what is being written, beside the place that it is for. Each says which process is at work on it, so that the
// next one can tell what a killed one has left. Such names are known to be nobody's own: see `foreign-names.ts`.
import { randomInt } from 'node:crypto'
import { basename, dirname, join } from 'node:path'
import { namesInReadable } from './folder.ts'
import { isAlive } from './process-identity.ts'

let count = randomInt(0x10000)

/** A name that no other has: `.<name>.<process><number>`, and what is to stand at its end. */
export function growingName(path: string, end = ''): string {
  count = (count + 1) % 0x10000
  const id = hex(process.pid, 8) + hex(count, 4)
  return join(dirname(path), `.${basename(path)}.${id}${end}`)
}

function hex(value: number, digits: number): string {
  return value.toString(16).padStart(digits, '0')
}

/** What killed processes have left of such names for a path. */
export function leftGrowing(path: string, end = ''): readonly string[] {
  const start = `.${basename(path)}.`
  return namesInReadable(dirname(path))
    .filter(name => name.startsWith(start) && isLeft(name.slice(start.length), end))
    .map(name => join(dirname(path), name))
}

/** The same in a folder in which nobody else has files, for whatever path. */
export function allLeftGrowing(folder: string): readonly string[] {
  return namesInReadable(folder)
    .filter(name => name.startsWith('.') && isLeft(name.slice(name.lastIndexOf('.') + 1), ''))
    .map(name => join(folder, name))
}

function isLeft(rest: string, end: string): boolean {
  const [, pid = '', , tail] = /^([0-9a-f]{8})([0-9a-f]{4})(.*)$/s.exec(rest) ?? []
  return tail === end && !isAlive(Number.parseInt(pid, 16))
}
