// Two clouds for all tests: up before the first, down after the last, whatever became of them.
import type { TestProject } from 'vitest/node'
import { type Clouds, takeInventories } from './inventory/clouds.ts'
import { openLab } from './lab/lab.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** clouds.yaml of the lab; undefined where it cannot run, and then every test counts as skipped. */
    readonly cloudsFile: string | undefined
    /** What each cloud of the lab holds before the first test. */
    readonly cloudsAtFirst: Clouds
  }
}

export default async function setup(project: TestProject): Promise<(() => Promise<void>) | undefined> {
  const lab = await openLab()
  if ('obstacle' in lab) {
    process.stdout.write(`cloud tests skipped: ${lab.obstacle}\n`)
    return undefined
  }
  project.provide('cloudsFile', lab.cloudsFile)
  project.provide('cloudsAtFirst', await takeInventories())
  process.stdout.write(`two clouds are up after ${lab.seconds} s\n`)
  return lab.stop
}
