import type { Explanation } from './explained.ts'
import type { Folder } from './folders.ts'
import type { Mutant } from './mutants.ts'
import { scoreOf, type Tally, tallyOf, wanted } from './score.ts'

const columns = ['killed', 'survived', 'endless', 'late', 'uncovered', 'unloadable', 'unreached'] as const

export const heading = ['folder'.padEnd(20), 'mutants', ...columns, 'score'].join('  ')

export function row(folder: string, mutants: readonly Mutant[]): string {
  const tally = tallyOf(mutants)
  const counts = columns.map(column => String(tally[column]).padStart(column.length))
  return [folder.padEnd(20), String(mutants.length).padStart(7), ...counts, shownScore(tally)].join('  ')
}

function shownScore(tally: Tally): string {
  const score = scoreOf(tally)
  if (score === undefined) return 'nothing to kill'
  return `${score.toFixed(1)} %${score < wanted ? `, below ${wanted} %` : ''}`
}

/** Everything that no test killed, one a line, in the order of the files. */
export function unkilledLines(mutants: readonly Mutant[]): readonly string[] {
  return mutants
    .filter(({ fate }) => fate !== 'killed' && fate !== 'endless' && fate !== 'unreached')
    .toSorted((a, b) => compare(a.file, b.file) || a.line - b.line || a.column - b.column)
    .map(
      mutant =>
        `${placeOf(mutant)}  ${mutant.fate}  ${flat(mutant.original)}  →  ${flat(mutant.replacement)}`,
    )
}

export function unexplainedLine(mutant: Mutant): string {
  return `not explained: ${placeOf(mutant)}  ${flat(mutant.original)}  →  ${flat(mutant.replacement)}`
}

export function idleLine({ file, original, replacement }: Explanation): string {
  return `explains nothing any more: ${file}  ${flat(original)}  →  ${flat(replacement)}`
}

/** Of a folder whose turn did not come in time. */
export function notReachedLine({ folder }: Folder, minutes: number): string {
  return `${folder} was not reached in ${minutes} minutes`
}

/** Of a folder in which time was up. */
export function timeUpLine(mutants: readonly Mutant[], minutes: number): string {
  const { unreached } = tallyOf(mutants)
  return `${unreached} of ${mutants.length} mutants were not reached in ${minutes} minutes`
}

function placeOf({ file, line, column }: Mutant): string {
  return `${file}:${line}:${column}`
}

function flat(code: string): string {
  return code.replace(/\s*\n\s*/g, ' ')
}

function compare(a: string, b: string): number {
  if (a === b) return 0
  return a < b ? -1 : 1
}
