// Many variants, in batches, over one pair of clouds; what is done is kept, so that a run that was broken off goes on.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { openVariantRepository, type VariantRepository } from './repository.ts'
import { movedTo, shrunk } from './shrink.ts'
import { type Failure, tryVariants } from './trial.ts'
import { partsOf, type Variant, variantOf } from './variant.ts'

export interface Plan {
  readonly commit: string
  readonly seed: number
  /** How many have to be applied. */
  readonly wanted: number
  readonly batch: number
  /** Where what is done is kept. */
  readonly file: string
}

export interface Progress {
  readonly commit: string
  readonly seed: number
  /** How many variants were made up, from the first. */
  readonly tried: number
  readonly applied: number
  readonly refused: Readonly<Record<string, number>>
  readonly rules: number
  readonly failures: readonly {
    readonly variant: Variant
    readonly kind: Failure['kind']
    readonly output: string
  }[]
}

/** Questions for each failure: every one is an apply and a plan. */
const questions = 20
const outputKept = 2000

/** Goes on until enough variants have been applied. @returns all that was found. */
export async function campaign(plan: Plan, say: (line: string) => void): Promise<Progress> {
  let progress = keptProgress(plan)
  if (progress.tried > 0) say(`going on after ${progress.tried} variants`)
  const repository = openVariantRepository()
  try {
    while (progress.applied < plan.wanted) {
      progress = await nextBatch(plan, progress, repository)
      mkdirSync(dirname(plan.file), { recursive: true })
      writeFileSync(plan.file, `${JSON.stringify(progress, null, 2)}\n`)
      say(`${progress.applied} of ${plan.wanted} applied, ${progress.failures.length} failed`)
    }
    return progress
  } finally {
    repository.close()
  }
}

async function nextBatch(
  { seed, batch, wanted }: Plan,
  progress: Progress,
  repository: VariantRepository,
): Promise<Progress> {
  const count = Math.min(batch, Math.ceil((wanted - progress.applied) * 1.2))
  const variants = Array.from({ length: count }, (_, index) => variantOf(seed, progress.tried + index))
  const unit = `unit-${progress.tried}`
  const trial = await tryVariants(repository, unit, variants)
  const failures: Failure[] = []
  // What failed once would be tried again in every later run.
  for (const { variant } of trial.failures) repository.remove(unit, variant)
  for (const [index, failure] of trial.failures.entries())
    failures.push(await alone(repository, failure, `${progress.tried}-${index}`))
  return {
    ...progress,
    tried: progress.tried + trial.tried,
    applied: progress.applied + trial.applied.length,
    rules: progress.rules + trial.applied.reduce((sum, variant) => sum + ruleCount(variant), 0),
    refused: added(progress.refused, trial.refused),
    failures: [
      ...progress.failures,
      ...failures.map(failure => ({ ...failure, output: failure.output.slice(-outputKept) })),
    ],
  }
}

function ruleCount(variant: Variant): number {
  const ofParts = partsOf(variant).map(([, { ingress, egress }]) => ingress.length + egress.length)
  return ofParts.reduce((sum, count) => sum + count, variant.exchange.length)
}

/** Blocks for shrinking, behind those of all variants. */
const firstSpare = 900

/** A failure of a batch, by itself and as small as it can be. */
async function alone(repository: VariantRepository, failure: Failure, name: string): Promise<Failure> {
  let [count, last] = [0, failure]
  const fails = async (variant: Variant): Promise<boolean> => {
    count += 1
    const moved = movedTo(variant, firstSpare + (count % 100))
    const { failures } = await tryVariants(repository, `s${name}-${count}`, [moved])
    const [found] = failures
    repository.forget(`s${name}-${count}`)
    if (found !== undefined) last = { ...found, variant }
    return found !== undefined
  }
  const variant = await shrunk(failure.variant, fails, questions)
  return { ...last, variant }
}

function added(
  a: Readonly<Record<string, number>>,
  b: Readonly<Record<string, number>>,
): Readonly<Record<string, number>> {
  const keys = [...new Set([...Object.keys(a), ...Object.keys(b)])].sort()
  return Object.fromEntries(keys.map(key => [key, (a[key] ?? 0) + (b[key] ?? 0)]))
}

/** What an earlier run with the same seed over the same code has done. */
function keptProgress({ commit, seed, file }: Plan): Progress {
  const fresh: Progress = { commit, seed, tried: 0, applied: 0, rules: 0, refused: {}, failures: [] }
  try {
    const kept: Progress = JSON.parse(readFileSync(file, 'utf8'))
    return kept.commit === commit && kept.seed === seed ? kept : fresh
  } catch {
    return fresh
  }
}
