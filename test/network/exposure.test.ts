import { describe, expect, it } from 'vitest'
import type { EgressRule, IcmpType, IngressRule } from '../../generated/types/system.ts'
import { isCovered, widenings } from '../../lib/network/coverage.ts'
import { endsOf, type Opening, openingsOf } from '../../lib/network/exposure.ts'
import { sharedParts } from '../../lib/network/shared-part.ts'

const day = '2026-11-23'

function lines(ingress: readonly IngressRule[], network = {}): readonly Opening[] {
  return openingsOf({ zones: { internet: { ingress, network } } })
}

function line(
  from: string,
  ports?: readonly (number | string)[],
  more: Partial<IngressRule> = {},
): IngressRule {
  return { from, protocol: 'tcp', ...(ports && { ports }), ...more }
}

/** What of a rule is open where others are granted, as `peer ports`. */
function open(asked: IngressRule, ...granted: readonly IngressRule[]): readonly string[] {
  return lines([asked]).flatMap(one =>
    sharedParts(one, lines(granted), day).map(
      ({ peerText, ports, icmpTypes }) => `${peerText} ${(ports ?? icmpTypes)?.join(',') ?? '-'}`,
    ),
  )
}

function covers(granted: IngressRule, asked: IngressRule): boolean {
  return lines([asked]).every(one => isCovered(one, lines([granted])))
}

describe('the lines of an exposure', () => {
  it('are those of each zone, and what is exchanged, with their places', () => {
    const egress: EgressRule = { to: 'self', protocol: 'icmp' }
    const found = openingsOf({
      zones: { internet: { ingress: [line('internet', [443])], egress: [egress] } },
      exchange: [
        { through: 'gap', from: 'internet', to: 'extranet', protocol: 'tcp', ports: [1], authorisedBy: 'x' },
      ],
    })
    expect(openingsOf({ zones: { internet: { ingress: [line('self')] } } })).toHaveLength(1)
    expect(openingsOf({ zones: { internet: { egress: [egress] } } })).toHaveLength(1)
    expect(openingsOf({ zones: { internet: {} } })).toEqual([])
    expect(
      found.map(({ direction, scope, peerText, path }) => [direction, scope, peerText, path.join('.')]),
    ).toEqual([
      ['ingress', 'internet', 'internet', 'zones.internet.ingress.0'],
      ['egress', 'internet', 'self', 'zones.internet.egress.0'],
      ['exchange', 'internet→extranet', 'gateway:gap', 'exchange.0'],
    ])
  })

  it('have the ends of an exchange apart, each with its tier', () => {
    const exchange = { through: 'gap', protocol: 'tcp', ports: [1], authorisedBy: 'x' } as const
    const found = openingsOf({
      zones: { internet: { tiers: { web: { ingress: [line('self')] } } } },
      exchange: [
        { ...exchange, from: 'internet', to: 'extranet' },
        { ...exchange, from: 'internet', fromTier: 'app', to: 'extranet' },
        { ...exchange, from: 'extranet', to: 'internet', toTier: 'db' },
      ],
    })
    expect(found.map(endsOf)).toEqual([
      [{ zone: 'internet', tier: 'web' }],
      [
        { zone: 'internet', tier: undefined },
        { zone: 'extranet', tier: undefined },
      ],
      [
        { zone: 'internet', tier: 'app' },
        { zone: 'extranet', tier: undefined },
      ],
      [
        { zone: 'extranet', tier: undefined },
        { zone: 'internet', tier: 'db' },
      ],
    ])
    const [, plain, ofApp] = found
    const covered = (of?: Opening, by?: Opening) => of && by && isCovered(of, [by])
    expect([covered(plain, plain), covered(ofApp, ofApp)]).toEqual([true, true])
    expect([covered(ofApp, plain), covered(plain, ofApp)]).toEqual([false, false])
  })

  it('are those of each tier beside those of the zone, open in the IP versions of the tier’s networks', () => {
    const found = openingsOf({
      zones: {
        internet: {
          ingress: [line('self', [22])],
          network: { ipv4: '10.0.0.0/24' },
          tiers: {
            web: { ingress: [line('internet', [443])], network: { ipv6: 'fd00::/64' } },
            db: { egress: [{ to: 'tier:web', protocol: 'icmp' }] },
          },
        },
      },
    })
    expect(
      found.map(({ tier, peerText, path, versions }) => [tier, peerText, path.join('.'), versions]),
    ).toEqual([
      [undefined, 'self', 'zones.internet.ingress.0', [4]],
      ['web', 'internet', 'zones.internet.tiers.web.ingress.0', [6]],
      ['db', 'tier:web', 'zones.internet.tiers.db.egress.0', [4, 6]],
    ])
  })

  it('of one tier cover nothing of another, nor of what is in none', () => {
    const of = (tier: string | undefined) => {
      const part = { ingress: [line('internet', [443])] }
      return openingsOf({ zones: { internet: tier === undefined ? part : { tiers: { [tier]: part } } } })
    }
    const places = ['web', 'db', undefined]
    for (const asked of places) {
      for (const granted of places)
        expect(widenings(of(asked), of(granted)), `${asked} by ${granted}`).toHaveLength(
          asked === granted ? 0 : 1,
        )
    }
    expect(widenings(of('web'), [...of('db'), ...of(undefined)])).toHaveLength(1)
  })

  it('are open in the IP versions of the zone’s own networks', () => {
    const versions = (network: object) => lines([line('self', [1])], network)[0]?.versions
    expect([versions({}), versions({ ipv4: '10.0.0.0/24' }), versions({ ipv6: 'fd00::/64' })]).toEqual([
      [4, 6],
      [4],
      [6],
    ])
  })
})

describe('a line that is granted', () => {
  it('covers another by the kind of its peer', () => {
    const peers = ['internet', 'self', 'system:a/b', 'system:a/c', '10.0.0.0/8', '10.1.0.0/16', 'fd00::/8']
    const covered = peers.map(granted =>
      peers.filter(asked => covers(line(granted, [443]), line(asked, [443]))),
    )
    expect(covered).toEqual([
      peers,
      ['self'],
      ['system:a/b'],
      ['system:a/c'],
      ['10.0.0.0/8', '10.1.0.0/16'],
      ['10.1.0.0/16'],
      ['fd00::/8'],
    ])
  })

  it('covers no more days than its own', () => {
    const granted = line('internet', [443], { since: '2026-01-01', until: '2026-12-31' })
    expect(covers(granted, line('internet', [443]))).toBe(false)
    expect(covers(granted, line('internet', [443], { since: '2026-01-01', until: '2026-12-31' }))).toBe(true)
    expect(covers(granted, line('internet', [443], { since: '2026-01-01', until: '2027-01-01' }))).toBe(false)
    expect(covers(granted, line('internet', [443], { since: '2025-12-31', until: '2026-12-31' }))).toBe(false)
    const [one] = lines([line('internet', [443], { until: '2026-12-31' })])
    expect(widenings(one ? [one] : [], lines([granted]), '2026-01-01')).toEqual([])
    expect(widenings(one ? [one] : [], lines([granted]), '2025-12-31')).toEqual([one])
  })

  it('covers an end that lies before the first day that is compared, whoever granted it', () => {
    const over = lines([line('internet', [443], { until: '2026-01-31' })])
    expect(widenings(over, [], '2026-02-01')).toEqual([])
    expect(widenings(over, [], '2026-01-31')).toEqual(over)
  })

  it('covers its own protocol alone', () => {
    const granted = line('internet', [443])
    expect(covers(granted, { ...granted, protocol: 'udp' })).toBe(false)
    expect(covers({ ...granted, protocol: 'udp' }, { ...granted, protocol: 'udp' })).toBe(true)
  })

  it('covers what a paper authorises too unless it rests on another paper itself', () => {
    const [plain, one, other] = [{}, { authorisedBy: '函1' }, { authorisedBy: '函2' }].map(paper =>
      line('internet', [443], paper),
    )
    if (plain === undefined || one === undefined || other === undefined) throw new Error('no line')
    expect([covers(plain, one), covers(one, one)]).toEqual([true, true])
    expect([covers(one, plain), covers(one, other)]).toEqual([false, false])
  })

  it('covers networks of IPv6 by what they hold', () => {
    const covered = (granted: string, asked: string) => covers(line(granted, [443]), line(asked, [443]))
    expect(covered('fd00::/16', 'fd00:0:1::/48')).toBe(true)
    expect(covered('fd00:0:1::/48', 'fd00::/16')).toBe(false)
    expect(covered('10.0.0.0/8', 'fd00::/16')).toBe(false)
  })

  it('covers another in its own direction and zone alone', () => {
    const rule = { protocol: 'tcp', ports: [443] } as const
    const asked = openingsOf({ zones: { internet: { egress: [{ to: 'internet', ...rule }] } } })
    const granted = (zone: string, key: 'ingress' | 'egress') =>
      openingsOf({
        zones: {
          [zone]:
            key === 'ingress'
              ? { ingress: [{ from: 'internet', ...rule }] }
              : { egress: [{ to: 'internet', ...rule }] },
        },
      })
    expect(widenings(asked, granted('internet', 'egress'))).toEqual([])
    expect(widenings(asked, granted('internet', 'ingress'))).toEqual(asked)
    expect(widenings(asked, granted('extranet', 'egress'))).toEqual(asked)
  })

  it('covers a gateway by its name, whatever that is', () => {
    const through = (gateway: string) =>
      openingsOf({
        zones: {},
        exchange: [
          { through: gateway, from: 'a1', to: 'b1', protocol: 'tcp', ports: [1], authorisedBy: 'x' },
        ],
      })
    expect(widenings(through('gap-01'), through('internet')).length).toBe(1)
    expect(widenings(through('internet'), through('internet'))).toEqual([])
  })
})

describe('what of a line is open', () => {
  it('is the line as it is written where all of it is granted, however that is split', () => {
    expect(open(line('internet', ['443-444']), line('internet', [444]), line('internet', [443]))).toEqual([
      'internet 443-444',
    ])
  })

  it('is what it shares with each line that is granted', () => {
    expect(open(line('internet', [22, 443]), line('internet', [443]))).toEqual(['internet 443'])
    expect(open(line('internet', ['1-100']), line('internet', ['50-200']))).toEqual(['internet 50-100'])
    expect(open(line('10.0.0.0/8', [443]), line('10.1.0.0/16', [443, 80]))).toEqual(['10.1.0.0/16 443'])
    expect(open(line('internet', [443]), line('10.1.0.0/16', [443]), line('self', [443]))).toEqual([
      '10.1.0.0/16 443',
      'self 443',
    ])
    expect(
      open(line('internet', undefined, { protocol: 'icmp' }), line('self', undefined, { protocol: 'icmp' })),
    ).toEqual(['self -'])
    const kinds = (...icmpTypes: IcmpType[]) => line('self', undefined, { protocol: 'icmp', icmpTypes })
    const every = line('self', undefined, { protocol: 'icmp' })
    const echo = ['self echo-request']
    expect(open(every, kinds('echo-request'))).toEqual(echo)
    expect(open(kinds('echo-request'), every)).toEqual(echo)
    expect(open(kinds('echo-request', 'time-exceeded'), kinds('parameter-problem', 'echo-request'))).toEqual(
      echo,
    )
    expect(open(kinds('echo-request'), kinds('time-exceeded'))).toEqual([])
    const wide = { ...kinds('echo-request'), from: '10.0.0.0/8' }
    expect(open(wide, { ...every, from: '10.1.0.0/16' })).toEqual(['10.1.0.0/16 echo-request'])
    expect(covers(every, kinds('echo-request'))).toBe(true)
    expect(covers(kinds('echo-request'), every)).toBe(false)
    expect(covers(kinds('echo-request'), kinds('echo-request', 'time-exceeded'))).toBe(false)
    expect(covers(kinds('time-exceeded', 'echo-request'), kinds('echo-request', 'time-exceeded'))).toBe(true)
  })

  it.each([
    ['10.0.0.0/8', 'internet', ['10.0.0.0/8 443']],
    ['internet', 'fd00::/8', ['fd00::/8 443']],
    ['10.1.0.0/16', '10.0.0.0/8', ['10.1.0.0/16 443']],
    ['fd00::/8', 'fd00:1::/32', ['fd00:1::/32 443']],
    ['10.0.0.0/8', '10.0.0.0/33', []],
    ['10.0.0.0/33', '10.0.0.0/8', []],
    ['10.0.0.0/8', 'fd00::/8', []],
    ['10.0.0.0/8', 'self', []],
    ['self', '10.0.0.0/8', []],
    ['self', 'system:a/b', []],
    ['system:a/b', 'internet', ['system:a/b 443']],
  ])('is of ports 22 and 443 from %s, where 443 is granted from %s: %j', (asked, granted, expected) => {
    expect(open(line(asked, [22, 443]), line(granted, [443]))).toEqual(expected)
  })

  it('is nothing of what has nothing in common with what is granted', () => {
    expect(open(line('10.0.0.0/8', [443]), line('192.168.0.0/16', [443]))).toEqual([])
    expect(open(line('10.0.0.0/8', [443]), line('10.0.0.0/8', [80]))).toEqual([])
    expect(open(line('system:a/b', [443]), line('10.0.0.0/8', [443]))).toEqual([])
    expect(open(line('self', [443]), line('self', [443], { authorisedBy: 'x' }))).toEqual([])
  })

  it('is nothing outside the days of either', () => {
    const granted = line('self', [443])
    expect(open(line('self', [443], { until: '2026-11-22' }), granted)).toEqual([])
    expect(open(line('self', [443], { until: day, since: day }), granted)).toEqual(['self 443'])
    expect(open(line('self', [443]), { ...granted, since: '2026-11-24' })).toEqual([])
    expect(open(line('self', [443]), { ...granted, until: day })).toEqual(['self 443'])
  })
})
