import type { PlatformZone } from '../../../../generated/types/platform.ts'
import { type DataPath, type Finding, finding, type Text } from '../../../finding/finding.ts'
import type { Model } from '../../../model/model.ts'
import { holdsNumber, overlap, type Stretch } from '../../../network/box.ts'
import { Cidr } from '../../../network/cidr.ts'
import {
  addressText,
  allocationOf,
  type EgressSubnet,
  egressSubnetsOf,
  gatewayKeys,
  sizeOf,
} from '../../../network/egress.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const egressAddresses: RepositoryRule = {
  code: 'TY3227',
  severity: 'error',
  title: text(
    '出口网络的网关或可分配地址段不成立。',
    'The gateway of an egress network, or a range that it gives addresses from, does not fit.',
  ),
  why: text(
    '网关和可分配地址段须在出口网段之内；地址段从小到大，互不重叠，不含网关和域名服务器，否则云拒绝建立子网（409，GatewayConflictWithAllocationPools；400，InvalidAllocationPool），或把物理设备的地址分给租户。',
    'Gateway and ranges lie in the egress network; ranges run upwards, apart from each other, and hold neither the gateway nor a name server. Otherwise the cloud refuses the subnet (409, GatewayConflictWithAllocationPools; 400, InvalidAllocationPool), or gives the address of a physical device to a tenant.',
  ),
  *check(model) {
    for (const [zone, value] of Object.entries(model.catalogue.platform.value.zones)) {
      for (const { path, message } of faultsOf(value))
        yield at(model, ['zones', zone, 'egress', ...path], message)
    }
  },
}

function at(model: Model, path: DataPath, message: Text): Finding {
  return finding(egressAddresses, place(model.catalogue.platform, ...path), { message })
}

interface Fault {
  readonly path: DataPath
  readonly message: Text
}

function* faultsOf(zone: PlatformZone): Generator<Fault> {
  const subnets = egressSubnetsOf(zone)
  if (zone.egress.ipv6Gateway !== undefined && zone.egress.ipv6 === undefined)
    yield {
      path: ['ipv6Gateway'],
      message: text('出口网络没有 ipv6 网段', 'the egress network has no ipv6'),
    }
  for (const subnet of subnets) {
    yield* gatewayFaults(subnet)
    yield* roomFaults(subnet)
  }
  yield* rangeFaults(zone, subnets)
}

function* gatewayFaults({ version, cidr, gateway, gatewayStated, usable }: EgressSubnet): Generator<Fault> {
  if (!gatewayStated || holdsNumber(usable, gateway)) return
  yield {
    path: [gatewayKeys[version === 4 ? 'ipv4' : 'ipv6']],
    message: text(
      `${addressText(version, gateway)} 不是 ${cidr} 内可用的地址`,
      `${addressText(version, gateway)} is no address that a device can have in ${cidr}`,
    ),
  }
}

/** Neutron's `generate_pools` (ipam/utils.py) finds no pool in what is smaller, or one that holds the gateway. */
function* roomFaults(subnet: EgressSubnet): Generator<Fault> {
  // What is stated has faults of its own.
  if (sizeOf(allocationOf({ ...subnet, stated: [] })) > 0n && subnet.cidr.size > 2n) return
  yield {
    path: [subnet.version === 4 ? 'ipv4' : 'ipv6'],
    message: text(
      `${subnet.cidr} 除网关和域名服务器外没有可分配的地址`,
      `beside the gateway and the name servers, ${subnet.cidr} has no address to give`,
    ),
  }
}

function* rangeFaults(
  { egress: { allocation = [] } }: PlatformZone,
  subnets: readonly EgressSubnet[],
): Generator<Fault> {
  const before: { readonly subnet: EgressSubnet; readonly range: Stretch }[] = []
  for (const [index, { from, to }] of allocation.entries()) {
    const [first, last] = [Cidr.readHost(from).cidr, Cidr.readHost(to).cidr]
    if (first === undefined || last === undefined) continue
    const subnet = subnets.find(({ version }) => version === first.version)
    const range = { from: first.first, to: last.first }
    const fault = rangeFault(first.version === last.version, subnet, range)
    const path = ['allocation', index]
    if (fault !== undefined) yield { path: [...path, fault.key], message: fault.message }
    if (fault !== undefined || subnet === undefined) continue
    if (before.some(other => other.subnet === subnet && overlap(other.range, range) !== undefined))
      yield { path, message: text('与前面的地址段重叠', 'this overlaps a range before it') }
    before.push({ subnet, range })
  }
}

function rangeFault(
  sameVersion: boolean,
  subnet: EgressSubnet | undefined,
  range: Stretch,
): { readonly key: 'from' | 'to'; readonly message: Text } | undefined {
  if (!sameVersion)
    return {
      key: 'to',
      message: text('起止地址的 IP 版本不同', 'the ends of the range differ in their IP version'),
    }
  if (subnet === undefined)
    return {
      key: 'from',
      message: text('出口网络没有这一 IP 版本的网段', 'the egress network has no part of this IP version'),
    }
  const { version, cidr, usable, gateway, nameservers } = subnet
  const outside = text(`不在 ${cidr} 可用的地址之内`, `this is no address that a device can have in ${cidr}`)
  if (!holdsNumber(usable, range.from)) return { key: 'from', message: outside }
  if (!holdsNumber(usable, range.to)) return { key: 'to', message: outside }
  if (range.to < range.from)
    return {
      key: 'to',
      message: text('终止地址在起始地址之前', 'the range ends before it begins'),
    }
  const kept = [gateway, ...nameservers].find(address => holdsNumber(range, address))
  if (kept === undefined) return undefined
  const what = kept === gateway ? text('网关', 'the gateway') : text('域名服务器', 'the name server')
  const address = addressText(version, kept)
  return {
    key: 'from',
    message: text(`地址段含有${what.zh} ${address}`, `the range holds ${what.en} ${address}`),
  }
}
