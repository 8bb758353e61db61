import { expect, it } from 'vitest'
import { type ApplicationCredential, credentialFaults } from '../../lib/deliver/credential-faults.ts'

const today = '2026-11-23'
const bounded: ApplicationCredential = {
  cloud: 'internet',
  id: 'c1',
  isRestricted: true,
  hasAccessRules: true,
  expiresAt: '2027-11-23T00:00:00Z',
}

function codesOf(more: Partial<ApplicationCredential>): readonly string[] {
  return credentialFaults({ ...bounded, ...more }, today).map(({ code }) => code)
}

it.each<[string, Partial<ApplicationCredential>, readonly string[]]>([
  ['that is bounded', {}, []],
  ['that is unrestricted', { isRestricted: false }, ['TY6051']],
  ['that is held to no calls', { hasAccessRules: false }, ['TY6054']],
  ['without an end', { expiresAt: null }, ['TY6052']],
  ['whose end nobody may read', { expiresAt: undefined }, []],
  ['that ends in thirty days', { expiresAt: '2026-12-23T15:59:59Z' }, ['TY6053']],
  ['that ends in thirty-one days, as China counts them', { expiresAt: '2026-12-23T16:00:00Z' }, []],
  ['that ends today', { expiresAt: '2026-11-23T04:00:00Z' }, ['TY6053']],
])('tells of an application credential %s what is too much of it', (_, more, codes) => {
  expect(codesOf(more)).toEqual(codes)
})

it('names the cloud, the credential and its last day', () => {
  const [fault] = credentialFaults({ ...bounded, expiresAt: '2026-11-30T15:00:00Z' }, today)
  expect(fault).toMatchObject({
    cloud: 'internet',
    message: { en: expect.stringContaining('c1 ends on 2026-11-30') },
  })
})
