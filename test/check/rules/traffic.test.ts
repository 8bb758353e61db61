import { describe, expect, it } from 'vitest'
import { ruleGroups } from '../../../lib/check/index.ts'
import { at, describeRules, foundIn, modelWith, newFindings, placeOf, relatedPlaces } from '../rule-table.ts'
import { chengguan, huji, jiankang, platform, shebao, shipin, tousu } from './files.ts'
import { zone } from './platform-edits.ts'
import { tiered } from './tier-edits.ts'
import { trafficCases } from './traffic.cases.ts'
import { ingressFor, more } from './traffic-edits.ts'

describeRules('rules about traffic', ruleGroups.traffic, trafficCases)

const labZone = zone('lab', '10.112.0.0/16', '192.0.2.0/24')

/** What is found in the one rule that `shebao` has more. */
function ofRule(code: string, zone: 'internet' | 'extranet', direction: 'ingress' | 'egress', said: string) {
  const [found, ...others] = newFindings(code, [more(zone, direction, said)])
  if (found === undefined || others.length > 0) throw new Error(`${code} finds not exactly one fault`)
  return found
}

const of = (code: string, zone: 'internet' | 'extranet', peer: string) =>
  ofRule(code, zone, 'egress', `${peer}, protocol: tcp, ports: [443]`)

describe('a finding about traffic', () => {
  it.each([
    ['system:gonganju/huji-guanl', 'system:gonganju/huji-guanli'],
    ['system:jiuye-zhongxin/jiuye', 'system:jiuye-zhongxin/jiuye-fuwu'],
    ['system:nobody/nothing-like-it', undefined],
  ])('offers for %s the nearest system', (written, meant) => {
    expect(of('TY3401', 'extranet', written).fix?.replacement).toBe(meant)
  })

  it('offers no system of another jurisdiction', () => {
    const written = 'system:jiaoyuju/xueji-guanl'
    const [found] = newFindings('TY3401', [ingressFor(tousu, `${written}, protocol: tcp, ports: [80]`)])
    expect(found?.message.en).toContain('jiaoyuju/xueji-guanl')
    expect(found?.fix?.replacement).not.toBe(`${written}i`)
  })

  it('points to the zones of the system that is in another', () => {
    const found = of('TY3402', 'internet', 'system:gonganju/huji-guanli')
    expect(relatedPlaces([found])).toEqual([[placeOf(at(huji, '|zones:'))]])
    expect(found.message.en).toContain('xishuangbanna/gonganju/huji-guanli is not in the Internet zone')
  })

  it('names the unit that has to authorise', () => {
    const [found] = newFindings('TY3403', [[huji, ', authorisedBy: 西公函〔2026〕61号', '']])
    expect(found?.message.en).toContain('rensheju/shebao-jingban')
  })

  it('points to the class of the zone that the internet does not reach', () => {
    const found = of('TY3404', 'extranet', '::/0')
    expect(relatedPlaces([found])).toEqual([[placeOf(at(platform, 'class: |extranet'))]])
    expect(found.message.en).toContain('Extranet zone is apart from the internet; “::/0”')
  })

  it('offers the word for a network that is the internet', () => {
    expect(of('TY3405', 'internet', '0.0.0.0/0').fix?.replacement).toBe('internet')
  })

  it.each([
    ['udp', '192.168.0.0/16'],
    ['tcp', 'self'],
  ])('names the protocol that has no ports: %s', (protocol, peer) => {
    const { message } = ofRule('TY3406', 'internet', 'egress', `${peer}, protocol: ${protocol}`)
    expect(message.en).toContain(`a ${protocol} rule`)
  })

  it.each([
    ['"8001-8000"', '"8000-8001"'],
    ['"8000-65536"', undefined],
  ])('offers for the ports %s those that are meant, where it is plain', (written, meant) => {
    const found = ofRule('TY3408', 'internet', 'egress', `self, protocol: udp, ports: [${written}]`)
    expect(found.fix?.replacement).toBe(meant)
    expect(found.message.en.startsWith(`${written.replaceAll('"', '')}: `)).toBe(true)
  })

  it('points to the rule that covers the other, and only warns', () => {
    const found = ofRule('TY3409', 'internet', 'ingress', 'internet, protocol: tcp, ports: [443], note: 甲')
    expect(relatedPlaces([found])).toEqual([[placeOf(at(shebao, 'ingress:\n      - |{ from: internet'))]])
    expect(found.severity).toBe('warning')
  })

  it.each([
    ['10.96.1.64/26', 'system:gonganju/huji-guanli', 'ipv4: |10.96.1.64/26'],
    ['10.96.1.65/32', 'system:gonganju/huji-guanli', 'ipv4: |10.96.1.64/26'],
    ['fd6a:4b1e:96:5::/64', 'system:gonganju/huji-guanli', 'ipv6: |"fd6a:4b1e:96:5::/64"'],
    ['fd6a:4b1e:96:5:8000::/65', 'system:gonganju/huji-guanli', 'ipv6: |"fd6a:4b1e:96:5::/64"'],
  ])('offers for %s the name of the system that all of it belongs to', (cidr, name, mark) => {
    const found = of('TY3410', 'extranet', cidr)
    expect(found.fix?.replacement).toBe(name)
    expect(relatedPlaces([found])).toEqual([[placeOf(at(huji, mark))]])
    expect(found.message.en).toContain('xishuangbanna/gonganju/huji-guanli')
  })

  it('offers self for its own network, and no name for a system of another jurisdiction', () => {
    expect(of('TY3410', 'extranet', '10.96.1.0/26').fix?.replacement).toBe('self')
    expect(of('TY3410', 'extranet', '10.96.1.0/25').fix).toBeUndefined()
    expect(of('TY3410', 'extranet', '10.96.0.64/26').fix).toBeUndefined()
    expect(relatedPlaces([of('TY3410', 'extranet', '10.96.0.64/26')])).toEqual([
      [placeOf(at(jiankang, 'ipv4: |10.96.0.64/26'))],
    ])
  })

  it.each([
    ['10.70.0.0/16', '10.64.0.0/12'],
    ['fd6a:4b1e:64:ff::/64', '"fd6a:4b1e:64::/48"'],
  ])('points for %s to the pool of the other zone', (cidr, pool) => {
    const found = of('TY3411', 'extranet', cidr)
    expect(relatedPlaces([found])).toEqual([[placeOf(at(platform, `cidr: |${pool}`))]])
    expect(found.message.en).toContain('Internet zone')
  })

  it.each([
    ['ingress', 'egress'],
    ['egress', 'ingress'],
  ] as const)('says of %s which side is missing, and only warns', (direction, missing) => {
    const found = ofRule(
      'TY3412',
      'extranet',
      direction,
      'system:gonganju/huji-guanli, protocol: udp, ports: [80]',
    )
    expect(found.message.en).toContain(`xishuangbanna/gonganju/huji-guanli has no ${missing} rule`)
    expect(found.severity).toBe('warning')
  })

  it.each([
    ['through: gap-01, from: internet, to: internet', 'same zone'],
    ['through: gap-02, from: internet, to: extranet', 'joins Zone lab and Extranet zone'],
  ])('says of an exchange %s what does not fit', (written, fault) => {
    const gap = '  - { id: gap-02, name: 网闸, zones: [lab, extranet] }\n'
    const found = newFindings('TY3414', [
      labZone,
      [platform, 'gateways:\n', `gateways:\n${gap}`],
      [shebao, 'through: gap-01, from: internet, to: extranet', written],
    ])
    expect(found.map(({ message }) => message.en.includes(fault))).toEqual([true])
  })

  it.each([
    [
      tiered,
      'from: internet, fromTier: store, to: extranet',
      'the tiers of the system in this zone are web, app, db',
    ],
    [[], 'from: internet, fromTier: store, to: extranet', 'the system has no tiers in this zone'],
  ] as const)('says which tiers may exchange', (changes, written, told) => {
    const found = newFindings('TY3414', [
      ...changes,
      [
        chengguan,
        '\nexchange:\n  - { through: gap-01, from: internet, to: extranet',
        `\nexchange:\n  - { through: gap-01, ${written}`,
      ],
    ])
    expect(found.map(({ message }) => message.en)).toEqual([told])
  })

  it('says of an exchange whose address has another IP version which that is', () => {
    const found = newFindings('TY3416', [
      [
        chengguan,
        'network: { ipv4: 10.64.1.192/26, ipv6: fd6a:4b1e:64:1::/64 }',
        'network: { ipv6: fd6a:4b1e:64:1::/64 }',
      ],
    ])
    expect(found.filter(({ path }) => path[0] === 'exchange').map(({ message }) => message.en)).toEqual([
      expect.stringMatching(/^the other end is IPv4, 172\.31\.[\d./]+, and/),
    ])
  })

  it('offers self for the own name of a system, and only warns', () => {
    const found = of('TY3415', 'extranet', 'system:rensheju/shebao-jingban')
    expect(found.fix?.replacement).toBe('self')
    expect(found.severity).toBe('warning')
  })

  it('cites no article where the regulation is silent', () => {
    const found = [
      ...newFindings('TY3402', [[shipin, 'system:yingjiju/yingji-zhihui', 'system:shichangju/tousu-jubao']]),
      ...newFindings('TY3404', [[shipin, 'system:yingjiju/yingji-zhihui', 'internet']]),
      ...newFindings('TY3411', [ingressFor(tousu, '10.100.0.0/16, protocol: tcp, ports: [443]')]),
      ...newFindings('TY3414', [[shipin, 'from: internet, to: extranet', 'from: extranet, to: extranet']]),
    ]
    expect(found.map(({ code }) => code)).toEqual(['TY3402', 'TY3404', 'TY3411', 'TY3414'])
    expect(found.filter(({ article }) => article !== undefined)).toEqual([])
  })
})

describe('a model that no schema has seen', () => {
  const services = [{ item: 'ecs.domestic.4c8g', quantity: 1 }]

  it.each([
    [0, true],
    [1, false],
    [65535, false],
    [65536, true],
    ['0-5', true],
    ['5-0', true],
    ['0', true],
    ['http', true],
    ['443', false],
    ['1-2-3', true],
  ])('has in %s a port or none', (port, fault) => {
    const model = modelWith(shebao, value => ({
      ...value,
      zones: { internet: { services, ingress: [{ from: 'self', protocol: 'tcp', ports: [port] }] } },
    }))
    expect(foundIn('TY3408', model).map(({ path }) => path)).toEqual(
      fault ? [['zones', 'internet', 'ingress', 0, 'ports', 0]] : [],
    )
  })

  it.each(['TY3404', 'TY3405', 'TY3410', 'TY3411'])(
    'has by %s nothing in a zone that the platform does not have',
    code => {
      const egress = ['internet', '0.0.0.0/0', '192.168.0.0/16'].map(to => ({
        to,
        protocol: 'icmp' as const,
      }))
      const model = modelWith(shebao, value => ({ ...value, zones: { elsewhere: { services, egress } } }))
      expect(foundIn(code, model)).toEqual([])
    },
  )
})
