import { explanations, settle } from './explained.ts'
import type { Folder } from './folders.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { heading, idleLine, row, unexplainedLine, unkilledLines } from './report.ts'
import { isEnough } from './score.ts'

/** Mutates whole folders; whether all of them reach their score, and what has to be explained is. */
export async function runFolders(list: readonly Folder[], print: (line: string) => void): Promise<boolean> {
  const rows: string[] = []
  let good = true
  for (const folder of list) {
    const mutants = await mutantsOf(folder, undefined, Number.POSITIVE_INFINITY)
    rows.push(row(folder.folder, mutants))
    for (const line of [...unkilledLines(mutants), heading, ...rows.slice(-1)]) print(line)
    const faults = folder.explained === true ? unsettled(folder, mutants) : []
    for (const line of faults) print(line)
    good &&= isEnough(mutants) && faults.length === 0
  }
  if (rows.length > 1) for (const line of ['', heading, ...rows]) print(line)
  return good
}

function unsettled({ folder }: Folder, mutants: readonly Mutant[]): readonly string[] {
  const ofFolder = explanations().filter(({ file }) => file.startsWith(`${folder}/`))
  const { unexplained, idle } = settle(mutants, ofFolder)
  return [...unexplained.map(unexplainedLine), ...idle.map(idleLine)]
}
