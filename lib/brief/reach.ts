import type { Text } from '../finding/finding.ts'
import type { TrafficBox, TrafficSet } from '../isolation/traffic-set.ts'
import type { End, WayDifference } from '../isolation/ways.ts'
import { jurisdictionOf } from '../model/address.ts'
import type { Model } from '../model/model.ts'
import { protocolName } from '../network/protocol.ts'
import { inARow, systemTerm, zonePartTerm } from '../term/index.ts'
import { bracketed, same } from './words.ts'

/** That something can be reached which could not, or no longer. */
export interface ReachDifference {
  /** Of the system that changes. */
  readonly address: string
  readonly kind: WayDifference['kind']
  readonly message: Text
  /** Whether whoever is on the internet can reach the system. */
  readonly isFromInternet: boolean
}

/** Whose a project is. */
export interface ProjectName {
  readonly address: string
  readonly zone: string
}

/**
 * Differences of ways in words: `从互联网可访问社会保险经办系统（互联网区）的 TCP 443 端口：新增`.
 *
 * @param projects whose each project is, by its id
 */
export function reachInWords(
  model: Model,
  projects: ReadonlyMap<string, ProjectName>,
  ways: readonly WayDifference[],
): readonly ReachDifference[] {
  return ways.flatMap(({ project, from, to, traffic, kind }) => {
    const own = projects.get(project)
    if (own === undefined) return []
    const [sender, receiver] = [endTerm(model, projects, from), endTerm(model, projects, to)]
    const what = trafficInWords(traffic)
    const turn = turns[kind]
    return [
      {
        address: own.address,
        kind,
        message: {
          zh: `从${sender.zh}可访问${receiver.zh}的 ${what.zh}：${turn.zh}`,
          en: `from ${sender.en} to ${receiver.en}, ${what.en}: ${turn.en}`,
        },
        isFromInternet: from.kind === 'everywhere',
      },
    ]
  })
}

const turns: Readonly<Record<WayDifference['kind'], Text>> = {
  new: { zh: '新增', en: 'new' },
  gone: { zh: '不再可达', en: 'no longer' },
}

function endTerm(model: Model, projects: ReadonlyMap<string, ProjectName>, end: End): Text {
  if (end.kind === 'everywhere') return { zh: '互联网', en: 'the internet' }
  if (end.kind === 'network') return networkTerm(model, end.cidr)
  const named = projects.get(end.id)
  if (named === undefined) return same(end.id)
  const { address, zone } = named
  const system = model.systemByAddress.get(address)
  const inZone = zonePartTerm(model, { zone, tier: end.tier }, system && jurisdictionOf(system))
  const { en } = systemTerm(model, address)
  return bracketed({ zh: system?.value.metadata.name ?? address, en }, inZone)
}

/** A network that a gateway stands in is the gateway: the one way between zones. */
function networkTerm({ catalogue }: Model, cidr: string): Text {
  const gateways = catalogue.platform.value.gateways ?? []
  const gateway = gateways.find(({ addresses }) => Object.values(addresses ?? {}).includes(cidr))
  return gateway === undefined
    ? { zh: `网段 ${cidr} `, en: `the network ${cidr}` }
    : bracketed({ zh: gateway.name, en: gateway.id }, same(cidr))
}

/** Ports by protocol; what is open in one IP version alone says so. */
function trafficInWords(traffic: TrafficSet): Text {
  const byText = Map.groupBy(traffic, box => portText(box).en)
  const terms = [...byText.values()].flatMap(boxes => {
    const [box] = boxes
    if (box === undefined) return []
    const versions = new Set(boxes.map(({ version }) => version))
    const term = portText(box)
    return [versions.size === 1 && versions.has(6) ? bracketed(term, same('IPv6')) : term]
  })
  return inARow(terms)
}

const everyPort = 65_535n

function portText({ protocol, port }: TrafficBox): Text {
  if (protocol.from !== protocol.to) return { zh: '全部协议', en: 'every protocol' }
  const name = (protocolName(protocol.from) ?? String(protocol.from)).toUpperCase()
  if (!withPorts.has(name)) return same(name)
  if (port.from <= 1n && port.to === everyPort) return { zh: `${name} 全部端口`, en: `every port of ${name}` }
  const ports = port.from === port.to ? `${port.from}` : `${port.from}–${port.to}`
  return { zh: `${name} ${ports} 端口`, en: `${name} ${ports}` }
}

const withPorts: ReadonlySet<string> = new Set(['TCP', 'UDP'])
