import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { PlatformZone } from '../../generated/types/platform.ts'
import { addressText, allocationOf, egressSubnetsOf, sizeOf } from '../../lib/network/egress.ts'
import { zone } from '../desired-state/model.ts'

function subnetsOf(egress: Partial<PlatformZone['egress']>, nameservers: readonly string[] = []) {
  const base = zone({ class: 'internet' })
  return egressSubnetsOf({
    ...base,
    egress: { ...base.egress, ...egress },
    nameservers: [...nameservers],
  })
}

const first = (egress: Partial<PlatformZone['egress']>, nameservers?: readonly string[]) => {
  const [subnet] = subnetsOf(egress, nameservers)
  if (subnet === undefined) throw new Error('no subnet')
  return subnet
}

describe('an egress network', () => {
  it.each([
    ['203.0.113.0/24', 253n],
    ['203.0.113.0/30', 1n],
    ['203.0.113.0/31', 1n],
    ['203.0.113.0/32', 0n],
  ])('as %s has %i addresses to give', (ipv4, count) => {
    expect(sizeOf(allocationOf(first({ ipv4 })))).toBe(count)
  })

  it('has its gateway at the first address, or where it is stated', () => {
    expect(first({ ipv4: '203.0.113.0/24' })).toMatchObject({ gatewayStated: false, gateway: 0xcb007101n })
    expect(first({ ipv4: '203.0.113.0/24', gateway: '203.0.113.9' })).toMatchObject({
      gatewayStated: true,
      gateway: 0xcb007109n,
    })
  })

  it('takes no address of the other version, and leaves out what cannot be read', () => {
    expect(first({ ipv4: '203.0.113.0/24', gateway: '2001:db8::1' }).gatewayStated).toBe(false)
    expect(subnetsOf({ ipv4: '203.0.113/24', ipv6: '2001:db8::/64' }).map(({ version }) => version)).toEqual([
      6,
    ])
    expect(subnetsOf({ ipv4: '2001:db8::/64' })).toEqual([])
  })

  it('gives every address but those that are kept, each once', () => {
    const host = fc.integer({ min: 0, max: 15 }).map(number => `203.0.113.${number}`)
    fc.assert(
      fc.property(host, fc.array(host, { maxLength: 5 }), (gateway, nameservers) => {
        const subnet = first({ ipv4: '203.0.113.0/28', gateway }, nameservers)
        const given = allocationOf(subnet).flatMap(({ from, to }) =>
          Array.from({ length: Number(to - from) + 1 }, (_, index) => addressText(4, from + BigInt(index))),
        )
        const all = Array.from({ length: 14 }, (_, index) => `203.0.113.${index + 1}`)
        expect(given).toEqual(all.filter(address => ![gateway, ...nameservers].includes(address)))
      }),
    )
  })
})
