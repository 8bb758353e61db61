import { exampleText } from '../../example-repository.ts'
import type { Change } from '../rule-table.ts'
import { platform } from './files.ts'

/** Makes a file such that it cannot be read at all. */
export const unreadable = (file: string): Change => [file, '\nkind:', '\nkind: "']

/** Takes the first line away that has a text in it. */
export function withoutLine(file: string, part: string): Change {
  const line = exampleText(file)
    .split('\n')
    .find(one => one.includes(part))
  if (line === undefined) throw new Error(`${file} has no ${part}`)
  return [file, `${line}\n`, '']
}

/** Decisions of that day and later come from records. */
export const evidenceFrom = (day: string): Change => [
  platform,
  'exposure: { from: 2026-11-01 }',
  `exposure: { from: 2026-11-01 }\nevidence: { from: ${day} }`,
]
