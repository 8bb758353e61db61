import { describe, expect, it } from 'vitest'
import { type AllocateOptions, allocate, networksIn } from '../../lib/allocate/index.ts'
import type { System } from '../../lib/model/model.ts'
import { gateway, type Platform, pool, systemWith, withPools } from './repository.ts'

/** Who has which networks, who asks for some, and all that comes of it. */
interface Case {
  readonly title: string
  readonly platform: Partial<Platform>
  /** Systems that stay as they are. */
  readonly held?: readonly System[]
  /** @default - one that lacks a network in the internet zone. */
  readonly asking?: readonly System[]
  readonly options?: AllocateOptions
  /** System, zone and network, in order. */
  readonly gives: readonly string[]
  /** Code and zone of every finding. */
  readonly finds?: readonly string[]
}

const apart = { gateways: [] } as const
const joined = { gateways: [gateway({})] } as const
const usual = [pool('10.0.0.0/24', 26, 26, 28)]
const [first, second] = ['aa internet 10.0.0.0/26', 'aa internet 10.0.0.64/26'] as const

const inInternet = (id: string, ipv4?: string) =>
  systemWith(id, { internet: ipv4 === undefined ? undefined : { ipv4 } })
const inExtranet = (id: string, ipv4?: string) =>
  systemWith(id, { extranet: ipv4 === undefined ? undefined : { ipv4 } })

const order: readonly Case[] = [
  {
    title: 'serves systems by their address',
    platform: { internet: usual },
    asking: ['cc', 'aa', 'bb'].map(id => inInternet(id)),
    gives: [first, 'bb internet 10.0.0.64/26', 'cc internet 10.0.0.128/26'],
  },
  {
    title: 'serves zones by their name and IPv4 before IPv6',
    platform: {
      ...joined,
      internet: [pool('fd00::/60', 64, 64, 64), ...usual],
      extranet: [...usual, pool('fd00::/60', 64, 64, 64)],
    },
    asking: [systemWith('aa', { internet: undefined, extranet: undefined })],
    gives: ['aa extranet 10.0.0.0/26', 'aa extranet fd00::/64', second, 'aa internet fd00:0:0:1::/64'],
  },
  {
    title: 'adds the version that is lacking',
    platform: { internet: [...usual, pool('fd00::/60', 64, 64, 64)] },
    asking: [inInternet('aa', '10.0.0.0/26')],
    gives: ['aa internet fd00::/64'],
  },
  {
    title: 'gives nothing in a zone that the platform does not have',
    platform: { internet: usual },
    asking: [systemWith('aa', { intranet: undefined, constructor: undefined })],
    gives: [],
  },
  {
    title: 'gives nothing to whom does not ask',
    platform: { internet: usual },
    held: [inInternet('bb')],
    asking: [],
    gives: [],
  },
]

const domains: readonly Case[] = [
  {
    title: 'gives the same addresses again in a zone that no gateway joins',
    platform: { ...apart, internet: usual, extranet: usual },
    asking: [systemWith('aa', { internet: undefined, extranet: undefined })],
    gives: ['aa extranet 10.0.0.0/26', first],
  },
  {
    title: 'gives no address twice in zones that a gateway joins',
    platform: { ...joined, internet: usual, extranet: usual },
    asking: [systemWith('aa', { internet: undefined, extranet: undefined })],
    gives: ['aa extranet 10.0.0.0/26', second],
  },
  {
    title: 'leaves alone what is held in a zone that a gateway joins',
    platform: { ...joined, internet: usual },
    held: [inExtranet('bb', '10.0.0.0/26')],
    gives: [second],
  },
  {
    title: 'gives what is held in a zone that no gateway joins',
    platform: { ...apart, internet: usual },
    held: [inExtranet('bb', '10.0.0.0/26')],
    gives: [first],
  },
  {
    title: 'gives what is held in a zone that the platform does not have',
    platform: { internet: usual },
    held: [systemWith('bb', { intranet: { ipv4: '10.0.0.0/26' } })],
    gives: [first],
  },
]

const platforms: readonly Case[] = [
  {
    title: 'leaves a gateway’s network alone',
    platform: { gateways: [gateway({ internet: '10.0.0.0/28' })], internet: usual },
    gives: [second],
  },
  {
    title: 'leaves a gateway’s network in the other zone alone',
    platform: { gateways: [gateway({ extranet: '10.0.0.0/28' })], internet: usual },
    gives: [second],
  },
  {
    title: 'leaves a name server in the pool alone',
    platform: { nameservers: ['10.0.0.53'], internet: usual },
    gives: [second],
  },
  {
    title: 'leaves the egress network alone',
    platform: { egress: { ipv4: '10.0.0.32/27' }, internet: usual },
    gives: [second],
  },
  {
    title: 'leaves the IPv6 egress network alone',
    platform: {
      egress: { ipv4: '203.0.113.0/24', ipv6: 'fd00::/64' },
      internet: [...usual, pool('fd00::/60', 64, 64, 64)],
    },
    gives: [first, 'aa internet fd00:0:0:1::/64'],
  },
  {
    title: 'gives the first block of a zone of which nothing can be read but its pool',
    platform: { ...apart, egress: { ipv4: 'a', ipv6: 'b' }, internet: usual },
    gives: [first],
  },
  ...(
    [
      ['9.255.255.255/32', first],
      ['10.0.0.0/32', second],
      ['10.0.0.63/32', second],
      ['10.0.0.64/32', first],
    ] as const
  ).map(([address, given]) => ({
    title: `gives ${given} beside a gateway at ${address}`,
    platform: { gateways: [gateway({ internet: address })], internet: usual },
    gives: [given],
  })),
]

const pools: readonly Case[] = [
  {
    title: 'has no IPv4 network to give without an IPv4 pool',
    platform: { internet: [pool('fd00::/60', 64, 64, 64)] },
    gives: ['aa internet fd00::/64'],
    finds: ['TY3220 internet'],
  },
  {
    title: 'says that there is none, whatever length is asked for',
    platform: { internet: [pool('fd00::/60', 64, 64, 64)] },
    options: { prefixLength: 26 },
    gives: ['aa internet fd00::/64'],
    finds: ['TY3220 internet'],
  },
  {
    title: 'passes over a pool that cannot be read',
    platform: { internet: [pool('10.0.0.0/99', 26, 26, 28), pool('10.9.0.0/24', 26, 26, 28)] },
    gives: ['aa internet 10.9.0.0/26'],
  },
  {
    title: 'says that there is no IPv6 network left',
    platform: { internet: [...usual, pool('fd00::/64', 64, 64, 64)] },
    held: [systemWith('bb', { internet: { ipv4: '10.9.0.0/26', ipv6: 'fd00::/64' } })],
    gives: [first],
    finds: ['TY3220 internet'],
  },
  {
    title: 'asks IPv6 pools for no other length than their own',
    platform: { internet: [...usual, pool('fd00::/56', 60, 62, 64)] },
    options: { prefixLength: 28 },
    gives: ['aa internet 10.0.0.0/28', 'aa internet fd00::/62'],
  },
  {
    title: 'turns to the pool that gives the length',
    platform: { internet: [pool('10.0.0.0/24', 24, 24, 26), pool('10.9.0.0/24', 27, 27, 28)] },
    options: { prefixLength: 27 },
    gives: ['aa internet 10.9.0.0/27'],
  },
  {
    title: 'asks each pool for its own length',
    platform: { internet: [pool('10.0.0.0/27', 27, 27, 28), pool('10.9.0.0/24', 26, 26, 28)] },
    asking: ['aa', 'bb'].map(id => inInternet(id)),
    gives: ['aa internet 10.0.0.0/27', 'bb internet 10.9.0.0/26'],
  },
  {
    title: 'finds room for another length where its own is used up',
    platform: { internet: [pool('10.0.0.0/26', 26, 26, 28), pool('10.0.0.0/26', 28, 28, 28)] },
    held: [inInternet('bb', '10.0.0.32/27')],
    gives: ['aa internet 10.0.0.0/28'],
  },
  {
    title: 'passes over a pool that is smaller than what it gives',
    platform: { internet: [pool('10.0.0.0/27', 24, 26, 28), pool('10.9.0.0/24', 26, 26, 28)] },
    gives: ['aa internet 10.9.0.0/26'],
  },
  {
    title: 'has no network longer than an address',
    platform: { internet: [pool('10.0.0.0/24', 24, 33, 40)] },
    gives: [],
    finds: ['TY3220 internet'],
  },
  {
    title: 'gives the last block of a version and then no more',
    platform: { internet: [pool('255.255.255.128/25', 26, 26, 26)] },
    asking: ['aa', 'bb', 'cc'].map(id => inInternet(id)),
    gives: ['aa internet 255.255.255.128/26', 'bb internet 255.255.255.192/26'],
    finds: ['TY3220 internet'],
  },
]

const held: readonly Case[] = [
  {
    title: 'goes around a network in another, whichever is written first',
    platform: { internet: [pool('10.0.0.0/24', 26, 28, 28)] },
    held: [
      inInternet('bb', '10.0.0.0/28'),
      inInternet('cc', '10.0.0.0/26'),
      inInternet('dd', '10.0.0.48/28'),
    ],
    asking: ['aa', 'ab'].map(id => inInternet(id)),
    gives: ['aa internet 10.0.0.64/28', 'ab internet 10.0.0.80/28'],
  },
  {
    title: 'goes around networks that are written out of order',
    platform: { internet: usual },
    held: ['10.0.0.128/26', '10.0.0.0/27', '10.0.0.70/32'].map((ipv4, index) =>
      inInternet(`b${index}`, ipv4),
    ),
    gives: ['aa internet 10.0.0.192/26'],
  },
  {
    title: 'goes on behind a network that is wider than what it gives',
    platform: { internet: [pool('10.0.0.0/24', 26, 28, 28)] },
    held: [inInternet('bb', '10.0.0.0/25')],
    gives: ['aa internet 10.0.0.128/28'],
  },
  {
    title: 'does not take an IPv6 network for an IPv4 one of the same number',
    platform: { internet: usual },
    held: [systemWith('bb', { internet: { ipv4: '10.9.0.0/26', ipv6: '::/64' } })],
    gives: [first],
  },
  {
    title: 'does not take an IPv4 network for an IPv6 one of the same number',
    platform: { internet: [...usual, pool('::/60', 64, 64, 64)] },
    held: [inInternet('bb', '10.9.0.0/26')],
    gives: [first, 'aa internet ::/64'],
  },
  {
    title: 'keeps to its pool though a network from outside reaches into it',
    platform: { internet: [pool('10.0.1.0/24', 26, 26, 28)] },
    held: [inInternet('bb', '10.0.0.0/23')],
    gives: [],
    finds: ['TY3220 internet'],
  },
]

const unseen: readonly Case[] = [
  ...(
    [
      ['10.0.0.0/25', first],
      ['10.0.0.0/26', second],
      ['10.0.0.16/28', second],
      ['10.0.0.16/29', first],
      ['9.255.255.192/26', first],
    ] as const
  ).map(([network, given]) => ({
    title: `gives ${given} where ${network} stands in what cannot be read`,
    platform: { internet: usual },
    options: { unseen: networksIn(network) },
    gives: [given],
  })),
  {
    title: 'does not take for given what is wider than its pool',
    platform: { internet: [pool('10.0.0.0/27', 26, 27, 28)] },
    options: { unseen: networksIn('10.0.0.0/26') },
    gives: ['aa internet 10.0.0.0/27'],
  },
  {
    title: 'leaves alone in every zone what the pool of one could have given',
    platform: { ...apart, internet: [pool('10.0.0.0/24', 27, 27, 28)], extranet: usual },
    options: { unseen: networksIn('10.0.0.0/26') },
    gives: ['aa internet 10.0.0.64/27'],
  },
  {
    title: 'leaves alone an IPv6 network that cannot be seen',
    platform: { internet: [...usual, pool('fd00::/60', 64, 64, 64)] },
    options: { unseen: networksIn('fd00::/64') },
    gives: [first, 'aa internet fd00:0:0:1::/64'],
  },
]

describe.each(Object.entries({ order, domains, platforms, pools, held, unseen }))(
  'allocate, by %s',
  (_, cases) => {
    it.each(cases)(
      '$title',
      ({ platform, held = [], asking = [inInternet('aa')], options, gives, finds = [] }) => {
        const model = withPools({ internet: [], extranet: [], ...platform }, [...held, ...asking])
        const { allocations, findings } = allocate(model, asking, options)
        expect(allocations.map(({ system, zone, cidr }) => `${idOf(system)} ${zone} ${cidr}`)).toEqual(gives)
        expect(findings.map(({ code, path }) => `${code} ${path.at(-1)}`)).toEqual(finds)
      },
    )
  },
)

describe('allocate', () => {
  it('serves the file that comes first', () => {
    const asking = ['b.yaml', 'a.yaml', 'c.yaml'].map(file => systemWith('aa', { internet: undefined }, file))
    const { allocations } = allocate(withPools({ internet: usual, extranet: [] }, asking), asking)
    expect(allocations.map(({ system }) => system.document.file)).toEqual(['a.yaml', 'b.yaml', 'c.yaml'])
  })

  it.each([
    ['IPv4', { internet: [pool('fd00::/60', 64, 64, 64)] }],
    ['IPv6', { internet: [...usual, pool('fd00::/60', 59, 59, 64)] }],
  ])('says which version has no free network: %s', (version, platform) => {
    const asking = [inInternet('aa')]
    const { findings } = allocate(withPools({ extranet: [], ...platform }, asking), asking)
    expect(findings.map(({ message }) => /IPv\d/.exec(message.en)?.[0])).toEqual([version])
    expect(findings[0]).toMatchObject({ severity: 'error', path: ['zones', 'internet'] })
  })

  it('says which lengths the pools of a zone give', () => {
    const asking = [inInternet('aa')]
    const internet = [pool('10.0.0.0/16', 24, 26, 28), pool('10.9.0.0/16', 29, 29, 30)]
    const { findings } = allocate(withPools({ internet, extranet: [] }, asking), asking, { prefixLength: 23 })
    expect(findings).toMatchObject([{ code: 'TY3221', severity: 'error', path: ['zones', 'internet'] }])
    for (const bound of ['/24', '/28', '/29', '/30']) expect(findings[0]?.message.en).toContain(bound)
  })
})

function idOf({ address }: System): string | undefined {
  return address.split('/').at(-1)
}
