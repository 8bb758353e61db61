import { expect, it } from 'vitest'
import { allowedData, allowedResources, allowedRoles } from '../../lib/stack-policy/allow-list.ts'
import { placedIn, soundStacks } from './edits.ts'

it.each([
  ['resource', allowedResources],
  ['data', allowedData],
] as const)('allows of each %s what the tool gives it, and nothing that it never gives', (kind, allowed) => {
  const given = new Set(
    soundStacks()
      .flatMap(placedIn)
      .filter(part => part.kind === kind)
      .flatMap(({ type, attributes }) => Object.keys(attributes).map(name => `${type} ${name}`)),
  )
  const listed = new Set(
    [...allowed].flatMap(([type, { attributes }]) => [...attributes].map(name => `${type} ${name}`)),
  )
  expect(given.difference(listed)).toEqual(new Set())
  // Only where the catalogue says so.
  listed.delete('openstack_networking_subnet_v2 gateway_ip')
  listed.delete('openstack_blockstorage_volume_type_v3 extra_specs')
  expect(listed.difference(given)).toEqual(new Set())
})

it('allows of what has two entries what either of them is given', () => {
  expect([...(allowedResources.get('openstack_identity_project_v3')?.attributes ?? [])].sort()).toEqual([
    'description',
    'domain_id',
    'enabled',
    'is_domain',
    'name',
    'tags',
  ])
})

it('allows nobody another role than to use and to read', () => {
  expect([...allowedRoles]).toEqual(['member', 'reader'])
})
