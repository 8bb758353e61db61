import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { isOf, type Override, policyText, releases, servicePolicies } from '../../lib/cloud-policy/index.ts'

/** Names that the services themselves define. */
const ofServices: ReadonlySet<string> = new Set([
  'admin_only',
  'admin_required',
  'ext_parent_owner',
  'external',
  'network_device',
  'network_owner',
  'owner',
  'project_member_api',
  'project_reader_api',
  'sg_owner',
  'shared',
  'shared_address_groups',
  'shared_address_scopes',
  'shared_subnetpools',
  'xena_system_admin_or_project_member',
])

const every = servicePolicies.flatMap(service =>
  releases.map(release => [service.name, release, service] as const),
)

function rulesOf(overrides: readonly Override[]): readonly (readonly [string, string])[] {
  return overrides.flatMap(({ rules }) => Object.entries(rules))
}

describe('the policies of clouds', () => {
  it.each(every)('%s for %s can be read, and says each rule once', (_, release, service) => {
    const some = rulesOf(service.overrides.filter(override => isOf(override, release)))
    for (const language of ['zh', 'en'] as const)
      expect(parse(policyText(service, release, language))).toEqual(Object.fromEntries(some))
    expect(new Set(some.map(([rule]) => rule)).size).toBe(some.length)
  })

  it.each(every)('%s for %s names no rule that nobody defines', (_, release, service) => {
    const some = rulesOf(service.overrides.filter(override => isOf(override, release)))
    const defined = new Set([...ofServices, ...some.map(([rule]) => rule)])
    const named = some.flatMap(([, check]) =>
      [...check.matchAll(/rule:([\w]+)/g)].map(([, name = '']) => name),
    )
    expect(named.filter(name => !defined.has(name))).toEqual([])
  })

  it('let neither readers nor the prover write', () => {
    const writes = servicePolicies.flatMap(({ name, overrides }) =>
      rulesOf(overrides)
        .filter(([rule]) => /(?:^|:)(?:create|update|delete|add|remove|modify|set)_/.test(rule))
        .filter(([rule]) => !/default_security_group_rule/.test(rule))
        .filter(([, check]) => /role:reader|role:prover|rule:prover|unit_reader/.test(check))
        .map(([rule]) => `${name} ${rule}`),
    )
    expect(writes).toEqual([])
  })

  it('let no member touch what is declared', () => {
    const declared =
      /^(?:create|update|delete|add|remove)_(?:network|subnet|router|security_group|rbac_policy)/
    const open = servicePolicies.flatMap(({ overrides }) =>
      rulesOf(overrides).filter(([rule, check]) => declared.test(rule) && check !== 'rule:admin_only'),
    )
    expect(open).toEqual([])
  })

  it('show the prover all projects by the rule that the release has', () => {
    const [neutron] = servicePolicies
    const sightIn = (release: (typeof releases)[number]) =>
      rulesOf(neutron?.overrides.filter(override => isOf(override, release)) ?? [])
        .map(([rule]) => rule)
        .filter(rule => rule.startsWith('context_'))
    expect(sightIn('2024.2')).toEqual(['context_is_advsvc'])
    expect(sightIn('2025.1')).toEqual(['context_with_global_access'])
  })
})
