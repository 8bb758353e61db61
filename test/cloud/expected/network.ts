import {
  type DesiredNetwork,
  type DesiredPlatform,
  type DesiredRule,
  type DesiredSystem,
  partsWithNetworks,
  type Quota,
  type ZonePlan,
} from '../../../lib/desired-state/index.ts'
import { Cidr } from '../../../lib/network/cidr.ts'
import { type Inventory, joined } from '../inventory/inventory.ts'
import { presence, section } from '../inventory/section.ts'
import { platformProject, projectOf } from './place.ts'

const egress = `${platformProject}/egress`

export function network({ zone, platform, systems }: ZonePlan): Inventory {
  const parts = systems
    .filter(system => partsWithNetworks(system).length > 0)
    .map(system => systemNetwork(system, zone.nameservers))
  const quotas = section(systems.map(system => [projectOf(system), quotaSet(system.quota)]))
  return [platformNetwork(platform), ...parts, { 'network quotas': quotas }].reduce(joined)
}

function platformNetwork({ addressPools, egress: { physicalNetwork, subnets } }: DesiredPlatform): Inventory {
  const versions = new Set([...addressPools, ...subnets].map(({ ipVersion }) => ipVersion))
  return {
    networks: { [egress]: { ...plainNetwork, external: true, physicalNetwork } },
    subnets: section(
      subnets.map(({ ipVersion, cidr, gateway, allocation }) => [
        `${egress}_ipv${ipVersion}`,
        {
          ...wholeSubnet(cidr),
          ...(gateway === undefined ? {} : { gateway }),
          ...(allocation === undefined
            ? {}
            : { gives: allocation.map(({ from, to }) => `${from}-${to}`).sort() }),
          network: egress,
          cidr,
          pool: `${egress}_ipv${ipVersion}_pool`,
          dhcp: false,
          ...noServers,
        },
      ]),
    ),
    'subnet pools': section([
      ...addressPools.map(
        ({ id, ipVersion, cidr, prefixLength: { min, default: usual, max } }) =>
          [`${platformProject}/${id}`, pool(ipVersion, cidr, [min, usual, max])] as const,
      ),
      ...subnets.map(({ ipVersion, cidr }) => {
        const length = Number(cidr.split('/')[1])
        return [`${egress}_ipv${ipVersion}_pool`, pool(ipVersion, cidr, [length, length, length])] as const
      }),
    ]),
    'address scopes': section(
      [...versions].map(version => [
        `${platformProject}/zone_ipv${version}`,
        { ipVersion: version, shared: false },
      ]),
    ),
    'security groups': defaultGroup(platformProject),
    'RBAC policies': presence([`access_as_external network ${egress} for ${platformProject}`]),
  }
}

function systemNetwork(system: DesiredSystem, nameservers: readonly string[]): Inventory {
  const project = projectOf(system)
  const name = `${project}/${system.system}`
  const parts = partsWithNetworks(system).map(({ tier, ...part }) => ({
    ...part,
    name: tier === undefined ? name : `${name}_${tier}`,
  }))
  const subnets = parts.flatMap(part => part.networks.map(subnet => [part.name, subnet] as const))
  return {
    networks: section(
      parts.map(part => [part.name, { ...plainNetwork, external: false, physicalNetwork: null }]),
    ),
    subnets: section(
      subnets.map(([network, subnet]) => [
        subnetName(network, subnet),
        subnetValue(network, subnet, nameservers),
      ]),
    ),
    routers: {
      [name]: {
        enabled: true,
        gateway: system.uplink === undefined ? 'none' : egress,
        gatewayQos: system.uplink === undefined ? 'none' : name,
        subnets: subnets.map(([network, subnet]) => subnetName(network, subnet)).sort(),
      },
    },
    'security groups': {
      ...section(parts.map(part => [part.name, part.rules.map(ruleText).sort()])),
      ...defaultGroup(project),
    },
    ...(system.uplink === undefined ? {} : uplink(name, project, system.uplink.bandwidthKbps)),
  }
}

const plainNetwork = { shared: false, enabled: true, portSecurity: true }
const noServers = { nameservers: [], ipv6: [null, null] }

function pool(ipVersion: number, cidr: string, prefixLengths: readonly number[]) {
  const scope = `${platformProject}/zone_ipv${ipVersion}`
  return { prefixes: [cidr], prefixLengths, scope, shared: false, isDefault: false }
}

/**
 * The gateway at the first address, and all others to give away: what Neutron makes of a subnet by itself. Of IPv6 the
 * first is the network's own, which is every router's (RFC 4291, 2.6.1).
 */
function wholeSubnet(text: string) {
  const cidr = Cidr.of(text)
  const [first, last] = cidr.version === 4 ? [1n, cidr.size - 2n] : [0n, cidr.size - 1n]
  return { gateway: cidr.address(first), gives: [`${cidr.address(first + 1n)}-${cidr.address(last)}`] }
}

function subnetName(network: string, { ipVersion }: DesiredNetwork): string {
  return `${network}_ipv${ipVersion}`
}

function subnetValue(
  network: string,
  { ipVersion, cidr, addressPool }: DesiredNetwork,
  nameservers: readonly string[],
) {
  const isSix = ipVersion === 6
  return {
    ...wholeSubnet(cidr),
    network,
    cidr,
    pool: `${platformProject}/${addressPool}`,
    dhcp: true,
    nameservers: nameservers.filter(address => address.includes(':') === isSix),
    ipv6: isSix ? ['slaac', 'slaac'] : [null, null],
  }
}

function uplink(name: string, project: string, kbps: number): Inventory {
  const rules = ['egress', 'ingress'].map(direction => `bandwidth_limit ${direction} ${kbps} kbit/s`)
  return {
    'network QoS': { [name]: { shared: false, isDefault: false, rules } },
    'RBAC policies': presence([`access_as_external network ${egress} for ${project}`]),
  }
}

/** Neutron makes it with a project's first network, with rules that an apply takes out. */
function defaultGroup(project: string) {
  return { [`${project}/default`]: [] }
}

function ruleText({ direction, ipVersion, protocol, ports, icmpType, remote }: DesiredRule): string {
  const spelt = protocol === 'icmp' && ipVersion === 6 ? 'ipv6-icmp' : protocol
  const kind = `${icmpType ?? '*'}-*`
  const range =
    ports === undefined || (ports.from === 1 && ports.to === 65_535) ? kind : `${ports.from}-${ports.to}`
  return `${direction} IPv${ipVersion} ${spelt} ${range} ${remote}`
}

function quotaSet({ network: quota }: Quota) {
  return {
    network: quota.networks,
    subnet: quota.subnets,
    subnetpool: quota.subnetPools,
    router: quota.routers,
    port: quota.ports,
    floatingip: quota.floatingIps,
    security_group: quota.securityGroups,
    security_group_rule: quota.securityGroupRules,
    rbac_policy: quota.rbacPolicies,
  }
}
