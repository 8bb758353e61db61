// The table of what follows from services says the same as the stacks do: whoever changes one is told of the other.
import { describe, expect, it } from 'vitest'
import { worthAt } from '../../lib/drift/adoption/service-values.ts'
import { isRecord } from '../../lib/model/record.ts'
import { apis, placedIn, soundStack, system } from '../stack-policy/edits.ts'
import { examplePlan } from '../stacks/plan.ts'

const record = examplePlan({ apis: [...apis] })
  .zones.flatMap(({ systems }) => systems)
  .find(({ address, zone }) => address === 'xs/rsj/shebao' && zone === 'internet')
if (record === undefined) throw new Error('the example lacks the system')
const worth = { quota: record.quota, bandwidthKbps: record.uplink?.bandwidthKbps ?? 0 }

const types = [
  'openstack_compute_quotaset_v2',
  'openstack_blockstorage_quotaset_v3',
  'openstack_networking_quota_v2',
  'openstack_lb_quota_v2',
  'openstack_objectstorage_account_v1',
  'openstack_networking_qos_bandwidth_limit_rule_v2',
]

/** Numbers of a resource as a stack writes them, by their paths. */
function numbersOf(
  value: unknown,
  path: readonly string[] = [],
): readonly (readonly [readonly string[], number])[] {
  if (isRecord(value)) return Object.entries(value).flatMap(([key, one]) => numbersOf(one, [...path, key]))
  const isNumber = typeof value === 'number' || (typeof value === 'string' && /^\d+$/.test(value))
  return isNumber ? [[path, Number(value)]] : []
}

describe('what services come to', () => {
  it.each(types)('is what a stack writes into %s', type => {
    const resources = placedIn(soundStack(system)).filter(part => part.type === type)
    const said = resources.flatMap(({ attributes }) =>
      numbersOf(attributes).flatMap(([path, number]) => {
        const own = worthAt(type, path, worth)
        return own === undefined ? [] : [[path.join('.'), own, number] as const]
      }),
    )
    expect(said.length).toBeGreaterThan(0)
    expect(said.map(([path, own]) => [path, own])).toEqual(said.map(([path, , number]) => [path, number]))
  })

  it('is unknown of what does not follow from services', () => {
    expect(worthAt('openstack_compute_quotaset_v2', ['key_pairs'], worth)).toBeUndefined()
    expect(worthAt('openstack_compute_quotaset_v2', ['constructor'], worth)).toBeUndefined()
    expect(worthAt('constructor', ['name'], worth)).toBeUndefined()
    expect(worthAt('openstack_objectstorage_account_v1', ['metadata', 'Other'], worth)).toBeUndefined()
  })
})
