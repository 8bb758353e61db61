// Applies variants to real clouds and plans again: what validates clean has to stand, and then to be at rest.
import { type Run, tenantry } from '../command.ts'
import { selectorOf, systemFile, systemId, type VariantRepository } from './repository.ts'
import type { Variant } from './variant.ts'

export interface Trial {
  readonly tried: number
  /** How many were applied: those that validate clean. */
  readonly applied: number
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
  const refused = new Map<string, number>()
  const clean = new Set(variants)
  const errors = repository.errors()
  for (const code of new Set(errors.map(error => error.code))) {
    const files = new Set(errors.filter(error => error.code === code).map(({ file }) => file))
    refused.set(code, files.size)
  }
  for (const variant of variants) {
    if (!errors.some(({ file }) => file === systemFile(unit, variant))) continue
    clean.delete(variant)
    repository.remove(unit, variant)
  }
  const left = repository.errors()
  if (left.length > 0) throw new Error(`the catalogue does not hold: ${left[0]?.code} ${left[0]?.message.en}`)
  const failures = clean.size === 0 ? [] : await applyAndPlan(repository, unit, [...clean])
  return { tried: variants.length, applied: clean.size, refused: Object.fromEntries(refused), failures }
}

async function applyAndPlan(
  repository: VariantRepository,
  unit: string,
  variants: readonly Variant[],
): Promise<readonly Failure[]> {
  const applied = await tenantry(repository, 'apply', '--yes')
  const planned = await tenantry(repository, 'plan', '--all', selectorOf(unit), 'platform')
  const failures = variants.flatMap((variant): Failure[] => {
    const after = outcomeOf(planned, unit, variant)
    if (!standsAfter(applied, unit, variant))
      return [{ variant, kind: 'not applied', output: applied.output }]
    if (after?.status === 'planned' && after.changes === 0) return []
    return [{ variant, kind: 'not at rest', output: planned.output }]
  })
  const unsettled = [...planned.stacks].filter(
    ([name, { changes }]) => changes > 0 && !name.startsWith('system_'),
  )
  if (unsettled.length > 0) throw new Error(`not at rest: ${unsettled.map(([name]) => name).join(', ')}`)
  return failures
}

function standsAfter(run: Run, unit: string, variant: Variant): boolean {
  const status = outcomeOf(run, unit, variant)?.status
  return status === 'applied' || status === 'unchanged'
}

function outcomeOf({ stacks }: Run, unit: string, variant: Variant) {
  return stacks.get(`system_${variant.zone}_ningwu_${unit}_${systemId(variant)}`)
}
