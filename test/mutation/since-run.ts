import { changedSince } from './changed-lines.ts'
import { explanations, withoutExplained } from './explained.ts'
import { folderOf } from './folders.ts'
import { type Mutant, mutantsOf } from './mutants.ts'
import { heading, notReachedLine, row, unkilledLines } from './report.ts'
import { isEnough } from './score.ts'

/**
 * Mutates the lines that differ from a commit, for some minutes. Explained mutants count for nothing: of the few in a
 * small change one would be too many. True without further ado where the clone does not hold the commit.
 */
export async function runSince(
  ref: string,
  minutes: number,
  print: (line: string) => void,
): Promise<boolean> {
  const deadline = Date.now() + minutes * 60_000
  const changed = changedSince(ref)
  if (changed === undefined) {
    print(`This clone does not hold ${ref}: there is nothing to compare with.`)
    return true
  }
  const mutants: Mutant[] = []
  for (const [folder, stretches] of Map.groupBy(changed, ({ file }) => folderOf(file))) {
    if (folder === undefined) continue
    if (Date.now() > deadline) print(notReachedLine(folder, minutes))
    else mutants.push(...(await mutantsOf(folder, stretches, deadline)))
  }
  const counted = withoutExplained(mutants, explanations())
  for (const line of [...unkilledLines(counted), heading, row(`since ${ref}`, counted)]) print(line)
  return isEnough(counted)
}
