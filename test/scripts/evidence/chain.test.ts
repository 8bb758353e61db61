import { expect, test } from 'vitest'
import { verifiedAloud } from '../../../scripts/evidence/chain.ts'
import { scratchAt } from '../git/scratch.ts'
import { temporaryDirectory } from '../harness.ts'

test.each([
  ['in order', 'HEAD', false],
  ['that ends in a refusal', 'no-such-commit', true],
])('a verification %s is told of while it lasts, and no longer', async (_, target, isRefused) => {
  const made = scratchAt(temporaryDirectory({ 'catalogue/platform.yaml': '\n' }))
  made.git('init', '--quiet', '--initial-branch=main')
  made.commit('base')
  const told: string[] = []
  const heart = {
    blocked: ({ en }: { readonly en: string }) => {
      told.push(en)
      return { end: () => void told.push('end') }
    },
  }
  const verify = () => verifiedAloud({ ...made.checkout, heart }, { records: [], tip: undefined }, target, [])
  if (isRefused) await expect(verify()).rejects.toThrow()
  else expect((await verify()).findings).toEqual([])
  expect(told).toEqual(['verifying the evidence', 'end'])
})
