// Two clouds for all tests: up before the first, down after the last, whatever became of them.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import type { TestProject } from 'vitest/node'
import { textAt } from '../../lib/deliver/json.ts'
import { preparePackages } from './lab/packages.ts'
import { terraformObstacle } from './terraform-obstacle.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** clouds.yaml of the lab; undefined where it cannot run, and then every test counts as skipped. */
    readonly cloudsFile: string | undefined
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const directory = await mkdtemp(join(tmpdir(), 'tenantry-lab-'))
  // Packages come second: nothing is installed on a machine that could not run the tests anyhow.
  const reason = (await terraformObstacle()) ?? (await preparePackages(join(directory, 'packages')))
  if (reason !== undefined) {
    await rm(directory, { recursive: true })
    process.stdout.write(`cloud tests skipped: ${reason}\n`)
    return undefined
  }
  const begun = Date.now()
  const lab = spawn(process.execPath, [supervisor, directory], {
    // The lab ends when its standard input does: also when this process is killed.
    stdio: ['pipe', 'pipe', 'inherit'],
    // Ctrl-C reaches the test runner first, and the lab through it.
    detached: true,
  })
  project.provide('cloudsFile', await readiness(lab))
  process.stdout.write(`two clouds are up after ${Math.round((Date.now() - begun) / 1000)} s\n`)
  return () => stop(lab)
}

const supervisor = fileURLToPath(new URL('lab/supervise.ts', import.meta.url))

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
