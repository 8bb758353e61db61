import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { DesiredRule } from '../../lib/desired-state/index.ts'
import {
  addressName,
  aggregateName,
  domainName,
  flavorName,
  isNameOfStack,
  partName,
  platformOwner,
  poolTrait,
  stackName,
  stateSchemaName,
  subnetName,
  zoneName,
} from '../../stacks/names.ts'

const slug = fc
  .array(fc.stringMatching(/^[a-z0-9]{1,4}$/), { minLength: 1, maxLength: 4 })
  .map(parts => `x${parts.join('-')}`)
const itemId = fc
  .array(fc.tuple(fc.constantFrom('.', '-'), fc.stringMatching(/^[a-z0-9]{1,3}$/)), { maxLength: 4 })
  .map(parts => `e${parts.flat().join('')}`)

/** Two things get one name only when they are the same thing. */
function injective<T>(things: fc.Arbitrary<T>, name: (thing: T) => string): void {
  const close = things.chain(a => fc.tuple(fc.constant(a), fc.oneof(things, fc.constant(a))))
  fc.assert(
    fc.property(close, ([a, b]) => {
      expect(name(a).toLowerCase() === name(b).toLowerCase()).toBe(JSON.stringify(a) === JSON.stringify(b))
    }),
    { numRuns: 500 },
  )
}

describe('names that others rely on stay what they are', () => {
  it('of stacks', () => {
    expect(stackName.platform('internet')).toBe('platform_internet')
    expect(stackName.unit('extranet', 'xishuangbanna', 'rensheju')).toBe(
      'unit_extranet_xishuangbanna_rensheju',
    )
    expect(stackName.system('extranet', 'xishuangbanna', 'rensheju', 'shebao-jingban')).toBe(
      'system_extranet_xishuangbanna_rensheju_shebao-jingban',
    )
  })

  it('of what stands in a cloud', () => {
    expect(domainName('xishuangbanna', 'rensheju')).toBe('xishuangbanna_rensheju')
    expect(platformOwner).toEqual({ domain: 'platform', project: 'platform' })
    expect(subnetName('shebao-jingban', undefined, 6)).toBe('shebao-jingban_ipv6')
    expect(zoneName.addressScope(4)).toBe('zone_ipv4')
    expect(aggregateName('dedicated')).toBe('pool_dedicated')
    expect(poolTrait('gpu-a100')).toBe('CUSTOM_POOL_GPU_A100')
    const flavor = { item: 'ecs.general.4c8g', pool: 'shared', edition: 1 }
    expect(flavorName(flavor)).toBe('ecs.general.4c8g_shared')
    expect(flavorName({ ...flavor, edition: 2 })).toBe('ecs.general.4c8g_shared_2')
  })

  it('in Terraform’s addresses', () => {
    const rule: DesiredRule = {
      direction: 'ingress',
      ipVersion: 4,
      protocol: 'tcp',
      ports: { from: 8000, to: 8010 },
      remote: '10.96.0.0/12',
    }
    expect(addressName.rule(rule, undefined)).toBe('ingress_tcp_8000-8010_ipv4_10-96-0-0_12')
    const ping: DesiredRule = {
      direction: 'ingress',
      ipVersion: 6,
      protocol: 'icmp',
      remote: 'fd6a:4b1e::/48',
    }
    expect(addressName.rule(ping, undefined)).toBe('ingress_icmp_all_ipv6_fd6a-4b1e--_48')
    expect(addressName.rule({ ...ping, icmpType: 128 }, undefined)).toBe(
      'ingress_icmp_type128_ipv6_fd6a-4b1e--_48',
    )
    expect(addressName.flavor({ item: 'ecs.gpu.8c64g.1g', pool: 'shared', edition: 1 })).toBe(
      'ecs_gpu_8c64g_1g_shared_1',
    )
  })

  it('of a state’s schema, cut by no database', () => {
    const short = stackName.unit('extranet', 'ningwu', 'jiaoyuju')
    expect(stateSchemaName('tenantry', short)).toBe('tenantry_unit_extranet_ningwu_jiaoyuju')
    const long = stackName.system('extranet', 'xishuangbanna', 'jiuye-zhongxin', 'yi-ge-hen-chang-de-mingzi')
    expect(stateSchemaName('tenantry', long)).toBe('tenantry__64fcd9dbd91f91bea531339eb269536d991f11ad')
  })
})

describe('two different things never share a name', () => {
  it('stacks', () => {
    const stack = fc.oneof(
      fc.tuple(fc.constant('platform' as const), slug),
      fc.tuple(fc.constant('unit' as const), slug, slug, slug),
      fc.tuple(fc.constant('system' as const), slug, slug, slug, slug),
    )
    const nameOf = (parts: readonly [string, ...string[]]) => {
      const [kind, zone = '', jurisdiction = '', unit = '', system = ''] = parts
      if (kind === 'platform') return stackName.platform(zone)
      if (kind === 'unit') return stackName.unit(zone, jurisdiction, unit)
      return stackName.system(zone, jurisdiction, unit, system)
    }
    injective(stack, nameOf)
    injective(stack, parts => stateSchemaName('tenantry', nameOf(parts)))
  })

  it('domains, and none is the platform’s', () => {
    injective(fc.tuple(slug, slug), ([jurisdiction, unit]) => domainName(jurisdiction, unit))
    fc.assert(
      fc.property(slug, slug, (jurisdiction, unit) => {
        expect(domainName(jurisdiction, unit)).not.toBe(platformOwner.domain)
      }),
    )
  })

  it('flavors, in the cloud and in addresses', () => {
    const flavor = fc.record({ item: itemId, pool: slug, edition: fc.integer({ min: 1, max: 12 }) })
    injective(flavor, flavorName)
    injective(flavor, addressName.flavor)
  })

  it('parts of a system and their subnets, in the cloud and in addresses', () => {
    const tier = fc.option(slug, { nil: undefined })
    const version = fc.constantFrom(4 as const, 6 as const)
    injective(fc.tuple(slug, tier), ([system, one]) => partName(system, one))
    injective(fc.tuple(slug, tier, version), ([system, one, ipVersion]) => subnetName(system, one, ipVersion))
    injective(fc.tuple(tier, version), ([one, ipVersion]) => addressName.ofPart('subnet', one, ipVersion))
    fc.assert(
      fc.property(slug, tier, version, (system, one, ipVersion) => {
        expect(isNameOfStack(system, partName(system, one))).toBe(true)
        expect(isNameOfStack(system, subnetName(system, one, ipVersion))).toBe(true)
        expect(isNameOfStack(system, `${system}x_${one}`)).toBe(false)
      }),
    )
  })

  it('rules', () => {
    const ports = fc.record({ from: fc.integer({ min: 1, max: 300 }), to: fc.integer({ min: 1, max: 300 }) })
    const remote = fc.oneof(
      fc.tuple(fc.constant(4 as const), fc.constantFrom('10.1.0.0/16', '10.1.0.1/6', '1.0.1.0/16')),
      fc.tuple(fc.constant(6 as const), fc.constantFrom('::/0', '1::/16', 'fd::1:0/16', 'fd:1::/16')),
    )
    const rule = fc
      .record({
        direction: fc.constantFrom('ingress' as const, 'egress' as const),
        protocol: fc.constantFrom('tcp' as const, 'udp' as const, 'icmp' as const, 'vrrp' as const),
        ports: fc.option(ports, { nil: undefined }),
        icmpType: fc.option(fc.integer({ min: 1, max: 255 }), { nil: undefined }),
        remote,
      })
      .map(
        ({ ports, icmpType, remote: [ipVersion, cidr], ...rest }): DesiredRule => ({
          ...rest,
          ipVersion,
          remote: cidr,
          ...(ports === undefined ? {} : { ports }),
          // A message has a kind or a packet ports, and none has both.
          ...(icmpType === undefined || ports !== undefined ? {} : { icmpType }),
        }),
      )
    injective(fc.tuple(rule, fc.option(slug, { nil: undefined })), ([one, tier]) =>
      addressName.rule(one, tier),
    )
  })
})

describe('names are made of slugs alone', () => {
  it('and what could blur the border between two parts is refused', () => {
    for (const part of ['a_b', '', 'A', 'a b', 'é', '..', 'a/b', '-a', '${x}'])
      expect(() => stackName.unit('internet', part, 'unit'), part).toThrow(RangeError)
  })

  it('and is an address of Terraform and a folder on any system', () => {
    fc.assert(
      fc.property(slug, slug, slug, slug, (zone, jurisdiction, unit, system) => {
        expect(stackName.system(zone, jurisdiction, unit, system)).toMatch(/^[a-z][a-z0-9_-]*$/)
      }),
    )
  })
})
