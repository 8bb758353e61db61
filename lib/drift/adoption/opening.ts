// A rule that was made by hand, asked for as one line of the manifest.
import type { IngressRule } from '../../../generated/types/system.ts'
import type { Text } from '../../finding/finding.ts'
import type { ProjectGrant } from '../../isolation/grant.ts'
import type { GroupRule } from '../../isolation/model.ts'
import type { TrafficBox } from '../../isolation/traffic-set.ts'
import type { Stretch } from '../../network/box.ts'
import { addressBits, Cidr, type IpVersion } from '../../network/cidr.ts'
import { everyAddress } from '../../network/family.ts'
import { hasPorts, icmpTypeOf, protocolOf, protocols } from '../../network/protocol.ts'
import type { Drift } from '../drift.ts'
import type { Adoption, Around, NoAdoption } from './adoption.ts'

export function openingAdoption(drift: Drift, around: Around): Adoption | NoAdoption {
  const rule = ruleOf(drift, around)
  const grant = rule && around.looked.world.given.projects.get(rule.project)
  const place = grant && around.placeOf(grant.stack)
  const system = place && around.model.systemByAddress.get(place.address)
  if (rule === undefined || grant === undefined || place === undefined || system === undefined)
    return { none: noRule }
  const part = partOf(rule, grant, system.value.metadata.id)
  if (part === undefined) return { none: otherGroup }
  const line = lineOf(rule)
  if (line === undefined) return { none: noWords }
  const { peer, ...narrowed } = line
  const { zone } = place
  const text = JSON.stringify({ [directionWords[rule.direction].key]: peer, ...narrowed })
  const { zh, en } = directionWords[rule.direction]
  return {
    system,
    change:
      rule.direction === 'ingress'
        ? { kind: 'ingress', zone, tier: part.tier, rule: { from: peer, ...narrowed } }
        : { kind: 'egress', zone, tier: part.tier, rule: { to: peer, ...narrowed } },
    says: { zh: `申请${zh}：${text}`, en: `ask for ${en}: ${text}` },
  }
}

const directionWords = {
  ingress: { key: 'from', zh: '放行入方向访问', en: 'a way in' },
  egress: { key: 'to', zh: '放行出方向访问', en: 'a way out' },
} as const

const noRule: Text = {
  zh: '它不是系统的一条安全组规则，清单没有相应的写法',
  en: 'it is no single rule of a system, and no manifest has words for it',
}
const otherGroup: Text = {
  zh: '该安全组不是清单所写的组，成员由使用单位自定，清单没有相应的写法',
  en: 'the group is none that the manifest makes: its members are whoever the unit puts there, for which no manifest has words',
}
const noWords: Text = {
  zh: '清单的一条规则写不出它（如所有协议、非连续网段）',
  en: 'no line of a manifest says just that, such as every protocol at once',
}

/** Of a group as a whole, as the cloud makes it, nobody can say which line it would be. */
function ruleOf({ finding }: Drift, { looked }: Around): GroupRule | undefined {
  if (!('cloud' in finding) || finding.object?.kind !== 'security-group-rule') return undefined
  const { cloud, object } = finding
  const rules = looked.world.model.rules.filter(
    ({ origin }) => 'cloud' in origin && origin.cloud === cloud && origin.object.id === object.id,
  )
  return rules.length === 1 ? rules[0] : undefined
}

/** The part of the system whose servers the rule is for. */
function partOf(
  { group }: GroupRule,
  { parts }: ProjectGrant,
  system: string,
): { readonly tier: string | undefined } | undefined {
  if (parts !== undefined) return parts.get(group)
  return group === system ? { tier: undefined } : undefined
}

type Line = Omit<IngressRule, 'from'> & { readonly peer: string }

function lineOf({ direction, traffic }: GroupRule): Line | undefined {
  const [box, ...others] = traffic
  if (box === undefined || others.length > 0) return undefined
  const peer = peerText(box.version, direction === 'ingress' ? box.source : box.destination)
  const narrowed = narrowedTo(box)
  return peer === undefined || narrowed === undefined ? undefined : { peer, ...narrowed }
}

function peerText(version: IpVersion, addresses: Stretch): string | undefined {
  if (isSame(addresses, everyAddress(version))) return 'internet'
  const size = addresses.to - addresses.from + 1n
  const bits = size.toString(2).length - 1
  if (size !== 1n << BigInt(bits)) return undefined
  const network = Cidr.at(version, addresses.from, addressBits[version] - bits)
  return network.first === addresses.from ? network.toString() : undefined
}

const everyPort: Stretch = { from: 0n, to: 65_535n }

function narrowedTo({ version, protocol, port }: TrafficBox): Omit<Line, 'peer'> | undefined {
  const name = sole(protocol, number => protocolOf(number, version))
  if (name === undefined) return undefined
  if (hasPorts(name)) {
    const from = port.from === 0n ? 1n : port.from
    return { protocol: name, ports: [from === port.to ? Number(from) : `${from}-${port.to}`] }
  }
  if (isSame(port, everyPort)) return { protocol: name }
  if (protocols[name].narrowedBy !== 'icmpTypes') return undefined
  const type = sole(port, number => icmpTypeOf(number, version))
  return type === undefined ? undefined : { protocol: name, icmpTypes: [type] }
}

/** What a single number stands for; undefined for more than one. */
function sole<T>({ from, to }: Stretch, of: (number: bigint) => T | undefined): T | undefined {
  return from === to ? of(from) : undefined
}

function isSame(one: Stretch, other: Stretch): boolean {
  return one.from === other.from && one.to === other.to
}
