import { describe, expect, it } from 'vitest'
import { peerOf, tierPeerText } from '../../lib/network/peer.ts'
import { partsOf, tierNamesOf, withNetworksOf, withoutNetworks } from '../../lib/network/zone-part.ts'

const network = { ipv4: '10.0.0.0/24' }
const rule = { from: 'self', protocol: 'icmp' } as const
const names = (zone: Parameters<typeof partsOf>[0]) =>
  partsOf(zone).map(({ tier, path }) => [tier, path.join('.')])

describe('the parts of a zone', () => {
  it('are one where it has no tiers, even where it says nothing', () => {
    expect(names({})).toEqual([[undefined, '']])
    expect(names({ network, ingress: [rule] })).toEqual([[undefined, '']])
  })

  it('are its tiers, and what is in none where that has a network or a rule', () => {
    const tiers = { web: {}, app: {} }
    const both = [
      ['web', 'tiers.web'],
      ['app', 'tiers.app'],
    ]
    expect(names({ tiers })).toEqual(both)
    for (const own of [{ network }, { ingress: [rule] }, { egress: [] }])
      expect(names({ ...own, tiers })).toEqual([[undefined, ''], ...both])
  })

  it('go without their networks into what is asked and granted, and get them back', () => {
    const zone = {
      pool: 'a',
      network,
      ingress: [rule],
      tiers: { web: { network, egress: [] }, app: { network } },
    }
    const bare = { pool: 'a', ingress: [rule], tiers: { web: { egress: [] }, app: {} } }
    expect(withoutNetworks(zone)).toEqual(bare)
    expect(withNetworksOf(bare, zone)).toEqual(zone)
    expect(withNetworksOf(bare, {})).toEqual(bare)
    expect(withoutNetworks({ network })).not.toHaveProperty('tiers')
  })

  it('have the names that rules call them by', () => {
    expect(tierNamesOf({ tiers: { web: {}, app: {} } })).toEqual(['web', 'app'])
    expect(tierNamesOf({})).toEqual([])
    for (const tier of ['web', 'app-2', undefined])
      expect(peerOf(tierPeerText(tier))).toEqual({ kind: 'tier', tier })
    expect(peerOf('10.0.0.0/24')).toEqual({ kind: 'network', cidr: '10.0.0.0/24' })
  })
})
