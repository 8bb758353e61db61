import { expect, test } from 'vitest'
import { readRepository } from '../../lib/read/index.ts'
import { catalogue, repository } from './tree.ts'

/** Enough files for the pool; every tenth is broken. */
function many(count: number): Record<string, string> {
  const file = (index: number) => `tenants/ningwu/u${index % 7}/s${index}.yaml`
  const content = (index: number) =>
    index % 10 === 3 ? `a: ${index}\nb: ~\n` : `a: ${index}\nname: 系统${index}\n`
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [file(index), content(index)]))
}

test('threads find the same as one thread, in the same order', async () => {
  const root = repository({ ...catalogue, ...many(450) })
  const alone = await readRepository(root, { workers: 0 })
  const together = await readRepository(root, { workers: 2 })
  expect(alone.documents).toHaveLength(405 + 3)
  expect(together.findings).toEqual(alone.findings)
  expect(together.findings.map(({ code }) => code)).toEqual(Array.from({ length: 45 }, () => 'TY1314'))
  const plain = (result: typeof alone) =>
    result.documents.map(({ file, digest, value }) => ({ file, digest, value }))
  expect(plain(together)).toEqual(plain(alone))
})

test('a document that a thread parsed knows its positions', async () => {
  const root = repository({ ...catalogue, ...many(250) })
  const { documents } = await readRepository(root, { workers: 2 })
  const document = documents.find(({ file }) => file === 'tenants/ningwu/u0/s0.yaml')
  expect(document?.at(['name']).range.start).toEqual({ line: 2, column: 7 })
})
