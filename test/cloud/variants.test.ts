import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { tenantry } from './command.ts'
import { openVariantRepository, type VariantRepository } from './variants/repository.ts'
import { tryVariants } from './variants/trial.ts'
import { variantOf } from './variants/variant.ts'

/** A few of those that `npm run test:cloud:long` makes up. */
const seed = 20_261_123
const count = 12

describe.skipIf(inject('cloudsFile') === undefined)('a handful of made-up systems', () => {
  let repository: VariantRepository

  beforeAll(() => {
    repository = openVariantRepository()
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.close()
  })

  it('stands, and is at rest, as far as it validates clean', async () => {
    const variants = Array.from({ length: count }, (_, index) => variantOf(seed, index))
    const { applied, failures } = await tryVariants(repository, 'sample', variants)
    expect(failures.map(({ kind, variant, output }) => ({ kind, variant, output }))).toEqual([])
    expect(applied.length).toBeGreaterThan(count / 2)
  })
})
