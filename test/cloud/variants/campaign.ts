// Many variants, in batches, over one pair of clouds; what is done is kept, so that a run that was broken off goes on.
import type { Campaign, Plan, Report } from '../long/campaign.ts'
import { type Ground, keepIn, keptIn } from '../long/kept.ts'
import { openVariantRepository, type VariantRepository } from './repository.ts'
import { movedTo, shrunk } from './shrink.ts'
import { type Failure, tryVariants } from './trial.ts'
import { partsOf, type Variant, variantOf } from './variant.ts'

interface Progress extends Ground {
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

const batch = 40
/** Questions for each failure: every one is an apply and a plan. */
const questions = 20
const outputKept = 2000

/** What validates clean stands in real clouds, and is then at rest. */
export const variants: Campaign = {
  name: 'variants',
  usualCount: 300,
  run: async (plan, say) => {
    const { commit, seed } = plan
    const fresh = { commit, seed, tried: 0, applied: 0, rules: 0, refused: {}, failures: [] }
    let progress = keptIn<Progress>(plan.file, fresh)
    if (progress.tried > 0) say(`going on after ${progress.tried} variants`)
    const repository = openVariantRepository()
    try {
      while (progress.applied < plan.wanted) {
        progress = await nextBatch(plan, progress, repository)
        keepIn(plan.file, progress)
        say(`${progress.applied} of ${plan.wanted} applied, ${progress.failures.length} failed`)
      }
      return reportOf(progress)
    } finally {
      repository.close()
    }
  },
}

function reportOf({ tried, applied, rules, refused, failures }: Progress): Report {
  const held = Object.entries(refused).map(([code, count]) => `${code} ${count}`)
  const lines = [
    `${tried} made up, ${applied} applied, ${rules} rules, 0 skipped, ${failures.length} failed`,
    `held back by the rules: ${held.join(', ') || 'none'}`,
    ...failures.map(
      ({ variant, kind, output }) => `${kind}: ${JSON.stringify(variant)}\n${output.slice(-600)}`,
    ),
  ]
  return { lines, failures: failures.length }
}

async function nextBatch(
  { seed, wanted }: Plan,
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
