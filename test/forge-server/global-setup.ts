import type { TestProject } from 'vitest/node'
import { type RunningForge, startForge } from './start.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    /** The forge's address and its administrator; undefined where it cannot run, and then every test counts as skipped. */
    readonly forge: RunningForge | undefined
  }
}

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const started = await startForge(process.env)
  if ('obstacle' in started) {
    process.stdout.write(`forge tests skipped: ${started.obstacle}\n`)
    project.provide('forge', undefined)
    return async () => undefined
  }
  project.provide('forge', started.forge)
  return started.stop
}
