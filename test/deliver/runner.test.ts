import { describe, expect, test } from 'vitest'
import {
  addressNotAllowed,
  lockAllowed,
  type RunnerSettings,
  zoneNotAllowed,
} from '../../lib/deliver/runner.ts'

const zone = {
  id: 'internet',
  cloud: 'internet',
  backend: { type: 'http', address: 'https://states' },
} as const
const settings: RunnerSettings = {
  apiVersion: 'tenantry/v1',
  kind: 'Runner',
  zones: { internet: { cloud: 'internet', authUrl: 'https://keystone:5000/v3', backend: zone.backend } },
}

describe('a zone may be reached', () => {
  test('as the settings say: the same cloud and the same backend', () => {
    expect(zoneNotAllowed(settings, zone)).toBeUndefined()
  })

  test.each([
    ['another cloud', 'TY6035', { cloud: 'extranet' }],
    ['a zone that the runner does not have', 'TY6035', { id: 'extranet', cloud: 'extranet' }],
    ['a backend at another address', 'TY6036', { backend: { type: 'http', address: 'https://attacker' } }],
    ['a backend of another kind', 'TY6036', { backend: { type: 'local' } }],
    ['a backend with one setting more', 'TY6036', { backend: { ...zone.backend, region: 'x' } }],
  ] as const)('but not with %s', (_, code, change) => {
    expect(zoneNotAllowed(settings, { ...zone, ...change })?.definition.code).toBe(code)
  })

  test('without settings at any cloud that the runner knows, with a local state alone', () => {
    expect(zoneNotAllowed(undefined, { ...zone, backend: { type: 'local' } })).toBeUndefined()
    for (const type of ['pg', 's3', 'http'] as const)
      expect(zoneNotAllowed(undefined, { ...zone, backend: { type } })?.definition.code).toBe('TY6036')
  })
})

describe('an address', () => {
  test.each([
    ['https://keystone:5000/v3', true],
    ['https://keystone:5000', true],
    ['http://keystone:5000/v3', false],
    ['https://keystone/v3', false],
    ['https://keystone:5000.attacker/v3', false],
    ['https://keystone:5000@attacker/v3', false],
    [undefined, false],
    ['x', false],
  ])('is held against that of the cloud by its origin: %s', (url, isAllowed) => {
    expect(addressNotAllowed(settings, 'internet', url) === undefined).toBe(isAllowed)
    expect(addressNotAllowed(settings, 'extranet', url)).toBeDefined()
    expect(addressNotAllowed(undefined, 'internet', url)).toBeUndefined()
  })
})

test('a lock file of the repository holds only where it is the runner’s own, and the runner’s always does', () => {
  expect(lockAllowed('a', 'a')).toBe('a')
  expect(lockAllowed(undefined, 'a')).toBe('a')
  expect(lockAllowed(undefined, undefined)).toBeUndefined()
  expect(lockAllowed('a', 'b')).toMatchObject({ definition: { code: 'TY6037' } })
  expect(lockAllowed('a', undefined)).toMatchObject({ definition: { code: 'TY6037' } })
})
