import { Cidr } from '../../network/cidr.ts'
import { isEverywhere } from '../../network/traffic.ts'
import { stackPolicyCodes } from '../codes.ts'
import { type Fault, resourcesOfType, type StackCheck, type StackView } from '../stack-view.ts'

/** A text that no reader of networks takes, a cloud may: `0.0.0.0/0.0.0.0` is everywhere to it. So it counts as open. */
function isOpenToAll(remote: unknown): boolean {
  if (typeof remote !== 'string') return false
  const { cidr } = Cidr.read(remote)
  return cidr === undefined || isEverywhere(cidr)
}

function* unprotectedFaults(stack: StackView): Generator<Fault> {
  for (const [type, attribute] of [
    ['openstack_networking_network_v2', 'port_security_enabled'],
    ['openstack_networking_secgroup_v2', 'delete_default_rules'],
  ] as const) {
    for (const { path, attributes } of resourcesOfType(stack, type)) {
      if (attributes[attribute] === true) continue
      yield {
        path: [...path, attribute],
        message: { zh: `${attribute} 必须为 true`, en: `${attribute} has to be true` },
      }
    }
  }
  for (const { path, attributes } of resourcesOfType(stack, 'openstack_networking_secgroup_rule_v2')) {
    if (typeof attributes.remote_ip_prefix === 'string' && attributes.protocol !== undefined) continue
    yield {
      path: [...path, 'remote_ip_prefix'],
      message: {
        zh: '规则必须写明协议和对端网段',
        en: 'a rule names its protocol and the network on the other end',
      },
    }
  }
}

function* openFaults(stack: StackView): Generator<Fault> {
  if (stack.facesInternet) return
  for (const { path, attributes } of resourcesOfType(stack, 'openstack_networking_secgroup_rule_v2')) {
    if (!isOpenToAll(attributes.remote_ip_prefix)) continue
    yield {
      path: [...path, 'remote_ip_prefix'],
      message: {
        zh: '与互联网隔离的分区，规则不得对任何地址放行',
        en: 'a rule in a zone apart from the internet may not be open to any address',
      },
    }
  }
}

export const protectionChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.portUnprotected, faults: unprotectedFaults },
  { definition: stackPolicyCodes.openToAll, faults: openFaults },
]
