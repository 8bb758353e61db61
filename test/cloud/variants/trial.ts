// Applies variants to real clouds and plans again: what validates clean has to stand, and then to be at rest.
import { type Run, tenantry } from '../command.ts'
import { selectorOf, systemFile, systemId, type VariantRepository } from './repository.ts'
import { partsOf, type Variant, type ZoneId } from './variant.ts'

export interface Trial {
  readonly tried: number
  /** Those that were applied: they validate clean. */
  readonly applied: readonly Variant[]
  /** How many the rules held back, by code; one may have several. */
  readonly refused: Readonly<Record<string, number>>
  readonly failures: readonly Failure[]
}

export interface Failure {
  readonly variant: Variant
  /** It could not be applied, or the plan after it is not empty. */
  readonly kind: 'not applied' | 'not at rest'
  readonly output: string
}

/** Tries variants as the systems of one unit, all in one run. */
export async function tryVariants(
  repository: VariantRepository,
  unit: string,
  variants: readonly Variant[],
): Promise<Trial> {
  repository.add(unit, variants)
  const { clean, refused } = holdBack(repository, unit, variants)
  const failures = clean.length === 0 ? [] : await applyAndPlan(repository, unit, clean)
  return { tried: variants.length, applied: clean, refused, failures }
}

/** Removes from the files what the rules refuse, until nothing is refused any more: one may name another that goes. */
export function holdBack(
  repository: VariantRepository,
  unit: string,
  variants: readonly Variant[],
): Pick<Trial, 'refused'> & { readonly clean: readonly Variant[] } {
  const refused = new Map<string, number>()
  const clean = new Set(variants)
  for (let errors = repository.errors(); errors.length > 0; errors = repository.errors()) {
    const byFile = Map.groupBy(errors, ({ file }) => file)
    const held = [...clean].filter(variant => byFile.has(systemFile(unit, variant)))
    if (held.length < byFile.size)
      throw new Error(`the catalogue does not hold: ${errors[0]?.code} ${errors[0]?.message.en}`)
    for (const found of byFile.values())
      for (const code of new Set(found.map(error => error.code)))
        refused.set(code, (refused.get(code) ?? 0) + 1)
    for (const variant of held) {
      clean.delete(variant)
      repository.remove(unit, variant)
    }
  }
  return { clean: [...clean], refused: Object.fromEntries(refused) }
}

async function applyAndPlan(
  repository: VariantRepository,
  unit: string,
  variants: readonly Variant[],
): Promise<readonly Failure[]> {
  const applied = await tenantry(repository, 'apply', '--yes')
  const planned = await tenantry(repository, 'plan', '--all', selectorOf(unit), 'platform')
  const failures = variants.flatMap((variant): Failure[] => {
    const zones = partsOf(variant).map(([zone]) => zone)
    if (!zones.every(zone => standsAfter(applied, unit, variant, zone)))
      return [{ variant, kind: 'not applied', output: applied.output }]
    const rests = zones.every(zone => {
      const after = outcomeOf(planned, unit, variant, zone)
      return after?.status === 'planned' && after.changes === 0
    })
    return rests ? [] : [{ variant, kind: 'not at rest', output: planned.output }]
  })
  const unsettled = [...planned.stacks].filter(
    ([name, { changes }]) => changes > 0 && !name.startsWith('system_'),
  )
  if (unsettled.length > 0) throw new Error(`not at rest: ${unsettled.map(([name]) => name).join(', ')}`)
  return failures
}

function standsAfter(run: Run, unit: string, variant: Variant, zone: ZoneId): boolean {
  const status = outcomeOf(run, unit, variant, zone)?.status
  return status === 'applied' || status === 'unchanged'
}

function outcomeOf({ stacks }: Run, unit: string, variant: Variant, zone: ZoneId) {
  return stacks.get(`system_${zone}_ningwu_${unit}_${systemId(variant)}`)
}
