import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isRecord } from '../../../lib/deliver/json.ts'
import { runHere, temporaryDirectory, testDay } from '../../scripts/harness.ts'
import { mergedRoot } from './merged-root.ts'

test('the baseline has every resource of every stack of a zone, and refers to nothing that it does not have', async () => {
  const out = join(temporaryDirectory(), 'out')
  const { status } = await runHere(['synth', 'zone:internet', '--at', testDay, '--out', out])
  expect(status).toBe(0)
  const folder = join(out, 'stacks')
  const stacks = readdirSync(folder).map(name => {
    const configuration: unknown = JSON.parse(readFileSync(join(folder, name, 'cdk.tf.json'), 'utf8'))
    return { name, configuration }
  })
  expect(stacks.length).toBeGreaterThan(10)
  const root = mergedRoot(stacks)
  const addresses = addressesOf(root.resource)
  const single = stacks.map(({ configuration }) =>
    isRecord(configuration) ? addressesOf(configuration.resource).length : 0,
  )
  expect(addresses).toHaveLength(single.reduce((sum, count) => sum + count, 0))

  const known = new Set([...addresses, ...addressesOf(root.data).map(address => `data.${address}`)])
  const text = JSON.stringify(root)
  const references = [...text.matchAll(/\$\{((?:data\.)?[\w-]+\.[\w-]+)\./g)].map(
    ([, address = '']) => address,
  )
  expect(references.length).toBeGreaterThan(addresses.length)
  expect(references.filter(address => !known.has(address))).toEqual([])
})

function addressesOf(blocks: unknown): readonly string[] {
  return Object.entries(isRecord(blocks) ? blocks : {}).flatMap(([type, byName]) =>
    Object.keys(isRecord(byName) ? byName : {}).map(name => `${type}.${name}`),
  )
}
