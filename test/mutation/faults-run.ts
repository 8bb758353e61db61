import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type PlantedFault, plantedFaults } from './faults.ts'
import { type Folder, folderOf } from './folders.ts'
import { copyTree, type Outcome, outcomeOf } from './scratch.ts'

// What does not load says nothing about the tests, and is no better than a fault that they pass over.
const words = { passed: 'survived', failed: 'killed', broken: 'broken' } as const

/**
 * Plants faults one after the other in a copy of the tree, all or those named, and runs the tests that answer for their
 * folder; whether every one is noticed.
 */
export async function runFaults(names: readonly string[], print: (line: string) => void): Promise<boolean> {
  const faults = chosen(names)
  const copy = mkdtempSync(join(tmpdir(), 'tenantry-faults-'))
  try {
    copyTree(copy)
    let killed = 0
    for (const [folder, ofFolder] of Map.groupBy(faults, folderFor)) {
      if (!(await isSound(folder, copy))) {
        print(`${folder.tests.join(' and ')} fail without any fault: ${ofFolder.length} are not planted`)
        continue
      }
      for (const fault of ofFolder) {
        const outcome = await plant(fault, copy, folder)
        if (outcome === 'failed') killed += 1
        print(`${words[outcome].padEnd(10)}${fault.name}  ${fault.file}`)
      }
    }
    print(`${killed} of ${faults.length} faults killed`)
    return killed === faults.length
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

function chosen(names: readonly string[]): readonly PlantedFault[] {
  const all = plantedFaults()
  const unknown = names.filter(name => !all.some(fault => fault.name === name))
  if (unknown.length > 0) throw new Error(`faults.yaml holds no ${unknown.join(', ')}`)
  return names.length === 0 ? all : all.filter(({ name }) => names.includes(name))
}

function folderFor({ file }: PlantedFault): Folder {
  const folder = folderOf(file)
  if (folder === undefined) throw new Error(`folders.json holds no folder of ${file}`)
  return folder
}

/** Where a test fails anyway, every fault would seem to be noticed. */
async function isSound({ tests }: Folder, copy: string): Promise<boolean> {
  return (await outcomeOf(tests, copy)) === 'passed'
}

async function plant({ file, before, after }: PlantedFault, copy: string, folder: Folder): Promise<Outcome> {
  const path = join(copy, file)
  const text = readFileSync(path, 'utf8')
  writeFileSync(
    path,
    text.replace(before, () => after),
  )
  try {
    return await outcomeOf(folder.tests, copy)
  } finally {
    writeFileSync(path, text)
  }
}
