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

describe('the addresses that a port can have', () => {
  it.each([
    ['203.0.113.0/24', '203.0.113.1', '203.0.113.254'],
    ['203.0.113.0/30', '203.0.113.1', '203.0.113.2'],
    ['203.0.113.0/31', '203.0.113.0', '203.0.113.1'],
    ['203.0.113.7/32', '203.0.113.7', '203.0.113.7'],
  ])('are in %s from %s to %s', (ipv4, from, to) => {
    const { usable } = first({ ipv4 })
    expect([addressText(4, usable.from), addressText(4, usable.to)]).toEqual([from, to])
  })

  it.each([
    ['2001:db8::/64', '2001:db8::1', '2001:db8::ffff:ffff:ffff:ffff'],
    ['2001:db8::/127', '2001:db8::1', '2001:db8::1'],
    ['2001:db8::/128', '2001:db8::', '2001:db8::'],
  ])('are in %s from %s to %s', (ipv6, from, to) => {
    const usable = subnetsOf({ ipv6 }).at(-1)?.usable
    expect(usable && [addressText(6, usable.from), addressText(6, usable.to)]).toEqual([from, to])
  })
})

describe('an egress network of both versions', () => {
  const both = { ipv4: '203.0.113.0/29', ipv6: '2001:db8::/125' }
  const given = (egress: Partial<PlatformZone['egress']>, nameservers?: readonly string[]) =>
    subnetsOf({ ...both, ...egress }, nameservers).map(subnet =>
      allocationOf(subnet).map(({ from, to }) =>
        [from, to].map(address => addressText(subnet.version, address)).join(' '),
      ),
    )

  it('has the gateway of each', () => {
    const gateways = { gateway: '203.0.113.6', ipv6Gateway: '2001:db8::6' }
    expect(given(gateways)).toEqual([
      ['203.0.113.1 203.0.113.5'],
      ['2001:db8::1 2001:db8::5', '2001:db8::7 2001:db8::7'],
    ])
  })

  it('keeps the name servers that lie in it, those at its ends too, and no others', () => {
    const nameservers = ['203.0.113.0', '203.0.113.7', '203.0.113.8', '203.0.112.255', '8.8.8.8']
    const inIpv6 = ['2001:db8::', '2001:db8::7', '2001:db8::8', '2001:db7::ffff']
    expect(subnetsOf(both, [...nameservers, ...inIpv6]).map(subnet => subnet.nameservers)).toEqual([
      [0xcb007100n, 0xcb007107n],
      [0x20010db8n << 96n, (0x20010db8n << 96n) + 7n],
    ])
    expect(subnetsOf(both, []).map(subnet => subnet.nameservers)).toEqual([[], []])
  })

  it('gives away what is stated for it, in the order of the addresses', () => {
    const allocation = [
      { from: '2001:db8::4', to: '2001:db8::5' },
      { from: '203.0.113.5', to: '203.0.113.6' },
      { from: '203.0.113.2', to: '203.0.113.3' },
      { from: '2001:db8::2', to: '2001:db8::2' },
    ]
    expect(given({ allocation })).toEqual([
      ['203.0.113.2 203.0.113.3', '203.0.113.5 203.0.113.6'],
      ['2001:db8::2 2001:db8::2', '2001:db8::4 2001:db8::5'],
    ])
  })

  it('gives away the rest where nothing that is stated for it can be read', () => {
    const allocation = [
      { from: '203.0.113.2', to: '2001:db8::3' },
      { from: '2001:db8::2', to: 'nonsense' },
      { from: 'nonsense', to: '203.0.113.2' },
    ]
    expect(subnetsOf({ ...both, allocation }).map(({ stated }) => stated)).toEqual([[], []])
    expect(given({ allocation })).toEqual(given({}))
    expect(given({})).toEqual([['203.0.113.2 203.0.113.6'], ['2001:db8::2 2001:db8::7']])
  })

  it('needs no name servers', () => {
    const { nameservers: _, ...quiet } = zone({ class: 'internet' })
    expect(egressSubnetsOf(quiet).map(subnet => subnet.nameservers)).toEqual([[]])
  })
})
