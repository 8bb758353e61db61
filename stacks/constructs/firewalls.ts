import { NetworkingSecgroupRuleV2 } from '@cdktf/provider-openstack/lib/networking-secgroup-rule-v2'
import { NetworkingSecgroupV2 } from '@cdktf/provider-openstack/lib/networking-secgroup-v2'
import { Construct } from 'constructs'
import type { DesiredRule, DesiredSystem, PlacedPart } from '../../lib/desired-state/index.ts'
import { protocols } from '../../lib/network/protocol.ts'
import { addressName, partName } from '../names.ts'
import { attributeOf, idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { Quotas } from './quotas.ts'

export interface FirewallsProps<Z extends string> {
  readonly quotas: Quotas<NoInfer<Z>>
  readonly record: DesiredSystem<NoInfer<Z>>
  readonly parts: readonly PlacedPart[]
}

/** The security group of each part of a system: nothing passes but what a rule names, in either direction. */
export class Firewalls<Z extends string> extends Construct {
  constructor(stack: ZoneStack<Z>, { quotas, record, parts }: FirewallsProps<Z>) {
    super(stack, 'firewall')
    // Neutron counts a new group twice until its request has ended: each waits for the one before it.
    let projectId = quotas.projectId
    for (const { tier, rules } of parts) {
      const group = new NetworkingSecgroupV2(this, addressName.ofPart('firewall', tier), {
        name: partName(record.system, tier),
        description: record.name,
        tenantId: projectId,
        // Neutron starts a group with two rules that let everything out.
        deleteDefaultRules: true,
      })
      projectId = attributeOf(group, 'tenant_id')
      for (const rule of rules) this.addRule(idOf(group), quotas.projectId, rule, tier)
    }
  }

  private addRule(groupId: string, projectId: string, rule: DesiredRule, tier: string | undefined): void {
    new NetworkingSecgroupRuleV2(this, addressName.rule(rule, tier), {
      securityGroupId: groupId,
      tenantId: projectId,
      direction: rule.direction,
      ethertype: `IPv${rule.ipVersion}`,
      protocol: protocols[rule.protocol].name[rule.ipVersion],
      remoteIpPrefix: rule.remote,
      ...portRangeOf(rule),
    })
  }
}

/**
 * Neutron stores 1-65535 of TCP and UDP as no range at all (`_make_canonical_port_range` in its securitygroups_db.py), and
 * a plan that names the range would replace the rule for ever. The rule's own address keeps the range that was written,
 * so that a standing rule stays the same resource.
 */
export function portRangeOf({ ports, icmpType }: DesiredRule): {
  portRangeMin?: number
  portRangeMax?: number
} {
  // Neutron keeps a message's type and code there. The provider wants both, sends no 0, and so asks for any code.
  if (icmpType !== undefined) return { portRangeMin: icmpType, portRangeMax: 0 }
  if (ports === undefined || (ports.from === 1 && ports.to === 65_535)) return {}
  return { portRangeMin: ports.from, portRangeMax: ports.to }
}
