// The folder that `cdktf` and Terraform take: stacks/<stack>/cdk.tf.json for each stack, and manifest.json.
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { located } from '../../lib/command-line/located.ts'
import { canonicalJson } from '../../lib/desired-state/index.ts'
import type { StackJob } from '../../stacks/job.ts'
import { makeFolder, namesInPlain, removeIfEmpty } from '../files/folder.ts'
import { growingName, leftGrowing } from '../files/growing.ts'

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
  const staging = growingName(folder, '.new')
  located(folder, () => {
    makeFolder(join(staging, 'stacks'))
    for (const left of leftGrowing(folder, '.new')) rmSync(left, { recursive: true, force: true })
  })
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
        const old = growingName(folder, '.old')
        if (existsSync(folder)) renameSync(folder, old)
        renameSync(staging, folder)
        // A killed process may have got no further than here.
        for (const one of [old, ...leftGrowing(folder, '.old')]) if (existsSync(one)) keepForeign(one, folder)
      }),
    discard: () => rmSync(staging, { recursive: true, force: true }),
  }
}

/**
 * Takes away of an old output what was written by one, and lays everything else where it was: whoever ran Terraform in the
 * output by hand has its states and providers there.
 */
function keepForeign(old: string, folder: string): void {
  rmSync(join(old, 'manifest.json'), { force: true })
  const stacks = join(old, 'stacks')
  for (const stack of namesInPlain(stacks)) {
    rmSync(join(stacks, stack, 'cdk.tf.json'), { force: true })
    carryOver(join(stacks, stack), join(folder, 'stacks', stack))
  }
  removeIfEmpty(stacks)
  carryOver(old, folder)
}

/** Moves entries whose place is free, and the folder with them once it is empty. */
function carryOver(from: string, to: string): void {
  const left = namesInPlain(from).filter(name => !existsSync(join(to, name)))
  if (left.length > 0) makeFolder(to)
  for (const name of left) renameSync(join(from, name), join(to, name))
  removeIfEmpty(from)
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
