// The lab as one thing: two clouds that come up together and go together, for tests and for measuring.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { textAt } from '../../../lib/deliver/json.ts'
import { packageRoot } from '../../../scripts/workspace/package-root.ts'
import { terraformObstacle } from '../terraform-obstacle.ts'
import { preparePackages } from './packages.ts'

/** Names the clouds.yaml of the lab to whatever this process starts. */
export const labVariable = 'TENANTRY_LAB_CLOUDS'

export interface Lab {
  readonly cloudsFile: string
  /** How long it took to come up, packages not counted. */
  readonly seconds: number
  readonly stop: () => Promise<void>
}

/** Brings both clouds up, or says in one line why this machine cannot. */
export async function openLab(): Promise<Lab | { readonly obstacle: string }> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-lab-'))
  // Packages come second: nothing is installed on a machine that could not run the tests anyhow.
  const obstacle = (await terraformObstacle()) ?? (await preparePackages(join(directory, 'packages')))
  if (obstacle !== undefined) {
    await rm(directory, { recursive: true })
    return { obstacle }
  }
  const begun = Date.now()
  const lab = spawn(process.execPath, [supervisor, directory], {
    // The lab ends when its standard input does: also when this process is killed.
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C reaches this process first, and the lab through it.
    detached: true,
  })
  const cloudsFile = await readiness(lab)
  process.env[labVariable] = cloudsFile
  return { cloudsFile, seconds: Math.round((Date.now() - begun) / 1000), stop: () => stop(lab) }
}

/** Node runs it from its source, wherever this file was compiled to. */
const supervisor = join(packageRoot, 'test/cloud/lab/supervise.ts')

/** The one line that the supervisor says; without it the lab has failed, and said why on standard error. */
async function readiness({ stdout }: ChildProcess): Promise<string> {
  if (stdout !== null) {
    for await (const line of createInterface({ input: stdout })) {
      const file = textAt(JSON.parse(line), 'cloudsFile')
      if (file !== undefined) return file
    }
  }
  throw new Error('the clouds did not come up')
}

async function stop(lab: ChildProcess): Promise<void> {
  if (lab.exitCode !== null || lab.signalCode !== null) return
  const ended = once(lab, 'exit')
  lab.stdin?.end()
  await ended
}
