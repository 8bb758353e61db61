import { describe, expect, it } from 'vitest'
import type { Billing, PayerGroup } from '../../generated/types/jurisdiction.ts'
import { type PaidPart, payersOf } from '../../lib/billing/payers.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { loaded } from '../example-repository.ts'

const { model } = loaded()
const system = model.systemByAddress.get('datong/shichangju/shipin-zhuisu')
const profile = model.catalogue.jurisdictions.get('datong')?.value
if (system === undefined || profile === undefined) throw new Error('the example is missing')

const part: PaidPart = {
  of: caseOf(model, profile, system, system.value.history.length - 1),
  zone: 'internet',
  standing: 'formal',
  kind: 'compute',
  day: '2026-06-01',
}
const { purpose, origin } = system.value
const category = part.of.unit?.category ?? 'county'
const fits: Omit<PayerGroup, 'shares'> = {
  when: { categories: [category], origin: [origin], purposes: [purpose] },
  zones: ['internet'],
  standing: 'formal',
  kinds: ['compute', 'storage'],
  from: '2026-06-01',
  to: '2026-06-01',
}
const shares = [
  { name: '市级财政', percent: 60 },
  { name: '使用单位', percent: 40 },
]
const billing = (group: Omit<PayerGroup, 'shares'>): Billing => ({
  payers: [{ ...group, shares }],
  payer: { name: '县级财政', others: { categories: ['county'], name: '县区财政' } },
})
const county = [{ name: '县级财政', percent: 100 }]

describe('who pays', () => {
  it('is the group that fits in all that it names', () => {
    expect(payersOf(billing(fits), part)).toEqual(shares)
    expect(payersOf(billing({}), part)).toEqual(shares)
  })

  it.each<[string, Omit<PayerGroup, 'shares'>]>([
    ['a condition', { when: { not: { categories: [category] } } }],
    ['the purpose', { when: { purposes: ['别的用途'] } }],
    ['the zone', { zones: ['extranet'] }],
    ['the phase', { standing: 'trial' }],
    ['the kind of item', { kinds: ['storage'] }],
    ['the days: too late', { from: '2026-06-02' }],
    ['the days: too early', { to: '2026-05-31' }],
  ])('is not a group that fits in all but %s', (_title, other) => {
    expect(payersOf(billing({ ...fits, ...other }), part)).toEqual(county)
  })

  it('is the first of several groups that fit', () => {
    const one = { shares: county }
    expect(payersOf({ payers: [{ ...fits, shares }, one] }, part)).toEqual(shares)
    expect(payersOf({ payers: [one, { ...fits, shares }] }, part)).toEqual(county)
  })

  it('is another for the categories that the payer leaves to others', () => {
    const left = { payer: { name: '市级财政', others: { categories: [category], name: '县区财政' } } }
    expect(payersOf(left, part)).toEqual([{ name: '县区财政', percent: 100 }])
  })

  it('is nobody where the profile does not say', () => {
    expect(payersOf(undefined, part)).toEqual([])
  })
})
