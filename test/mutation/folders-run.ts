import { explanations, settle } from './explained.ts'
import type { Folder } from './folders.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import {
  heading,
  idleLine,
  notReachedLine,
  row,
  timeUpLine,
  unexplainedLine,
  unkilledLines,
} from './report.ts'
import { isEnough } from './score.ts'

/**
 * Mutates whole folders, for some minutes in all; whether every folder that it came to has its score, and what has to be
 * explained is.
 */
export async function runFolders(
  list: readonly Folder[],
  minutes: number,
  print: (line: string) => void,
): Promise<boolean> {
  const deadline = Date.now() + minutes * 60_000
  const rows: string[] = []
  let good = true
  for (const folder of list) {
    if (Date.now() > deadline) {
      print(notReachedLine(folder, minutes))
      continue
    }
    const mutants = await mutantsOf(folder, undefined, deadline)
    rows.push(row(folder.folder, mutants))
    for (const line of [...unkilledLines(mutants), heading, ...rows.slice(-1)]) print(line)
    if (Date.now() > deadline) print(timeUpLine(mutants, minutes))
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
