// The folder that `cdktf` and Terraform take: stacks/<stack>/cdk.tf.json for each stack, and manifest.json.
import { randomBytes } from 'node:crypto'
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { located } from '../../lib/command-line/located.ts'
import { canonicalJson } from '../../lib/desired-state/index.ts'
import type { StackJob } from '../../stacks/job.ts'

export interface Output {
  readonly write: (job: StackJob, bytes: Uint8Array) => void
  /** Puts the whole output in the place of what was there. */
  readonly finish: () => void
  /** Leaves what was there as it was. */
  readonly discard: () => void
}

/**
 * Collects an output beside the folder that it is for, and takes its place at the end: whoever looks sees the old output
 * or the new one, whole, and nothing of a stack that is no more.
 */
export function openOutput(folder: string): Output {
  const suffix = randomBytes(6).toString('hex')
  const beside = (purpose: string) => join(dirname(folder), `.${basename(folder)}.${suffix}.${purpose}`)
  const staging = beside('new')
  located(folder, () => mkdirSync(join(staging, 'stacks'), { recursive: true }))
  const stacks: Record<string, ManifestEntry> = {}
  return {
    write: (job, bytes) =>
      located(folder, () => {
        mkdirSync(join(staging, 'stacks', job.name))
        writeFileSync(join(staging, 'stacks', job.name, 'cdk.tf.json'), bytes)
        stacks[job.name] = manifestEntry(job)
      }),
    finish: () =>
      located(folder, () => {
        writeFileSync(join(staging, 'manifest.json'), `${canonicalJson({ version: 'stable', stacks }, 2)}\n`)
        const old = beside('old')
        if (existsSync(folder)) renameSync(folder, old)
        renameSync(staging, folder)
        // Whoever ran Terraform in the output by hand has its local states here; nobody else does.
        if (existsSync(join(old, 'state'))) renameSync(join(old, 'state'), join(folder, 'state'))
        rmSync(old, { recursive: true, force: true })
      }),
    discard: () => rmSync(staging, { recursive: true, force: true }),
  }
}

/** What the `cdktf` command line reads of a stack. */
interface ManifestEntry {
  readonly name: string
  readonly constructPath: string
  readonly workingDirectory: string
  readonly synthesizedStackPath: string
  readonly annotations: readonly never[]
  readonly dependencies: readonly string[]
}

function manifestEntry({ name, after }: StackJob): ManifestEntry {
  return {
    name,
    constructPath: name,
    workingDirectory: `stacks/${name}`,
    synthesizedStackPath: `stacks/${name}/cdk.tf.json`,
    annotations: [],
    dependencies: after,
  }
}
