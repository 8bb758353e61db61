import type { Language } from '../../lib/finding/finding.ts'
import type { Barrier, Verdict } from '../../lib/isolation/reachability.ts'
import type { Packet } from '../../lib/isolation/traffic-set.ts'
import { Cidr } from '../../lib/network/cidr.ts'
import { protocolName } from '../../lib/network/protocol.ts'

type Names = ReadonlyMap<string, string>

const barriers: Readonly<Record<Barrier, Readonly<Record<Language, string>>>> = {
  way: { zh: '没有网络通路', en: 'no network joins them' },
  addresses: { zh: '没有同一版本的地址', en: 'no addresses of one IP version' },
  egress: { zh: '出方向规则不放行', en: 'no egress rule lets a packet out' },
  ingress: { zh: '入方向规则不放行', en: 'no ingress rule lets a packet in' },
}

/** The verdicts for people: how many pairs each barrier keeps apart, and a packet for each pair that is open. */
export function verdictText(verdicts: readonly Verdict[], names: Names, language: Language): string {
  const open = verdicts.filter(verdict => verdict.reaches)
  const lines = Object.entries(barriers).flatMap(([barrier, text]) => {
    const count = verdicts.filter(verdict => !verdict.reaches && verdict.barrier === barrier).length
    return count === 0 ? [] : [`  ${count}  ${text[language]}`]
  })
  const title = {
    zh: `${verdicts.length} 对系统：${verdicts.length - open.length} 对不可达，${open.length} 对可达`,
    en: `${verdicts.length} pairs of systems: ${verdicts.length - open.length} unreachable, ${open.length} reachable`,
  }[language]
  return `${[title, ...lines, ...open.map(verdict => openText(verdict, names))].join('\n')}\n`
}

function openText(verdict: Verdict & { readonly reaches: true }, names: Names): string {
  const { from, to, packet, rules } = verdict
  const first = `${names.get(from) ?? from} → ${names.get(to) ?? to}`
  const example = packet === undefined ? [] : [`    ${packetText(packet)}`]
  return [first, ...example, ...rules.map(({ origin }) => `    ${origin.stack} ${origin.address}`)].join('\n')
}

function packetText({ version, source, destination, protocol, port }: Packet): string {
  const address = (value: bigint): string => Cidr.at(version, value, version === 4 ? 32 : 128).address(0n)
  return `${protocolName(protocol) ?? protocol} ${address(source)} → ${address(destination)} ${port}`
}

/** The same for programs, with the way hop by hop. */
export function verdictData(verdict: Verdict, names: Names): object {
  const ends = { from: names.get(verdict.from), to: names.get(verdict.to), reaches: verdict.reaches }
  if (!verdict.reaches) return { ...ends, barrier: verdict.barrier }
  const { packet, way, rules } = verdict
  return {
    ...ends,
    ...(packet === undefined ? {} : { packet: packetText(packet) }),
    way: way.map(({ origin }) => origin),
    rules: rules.map(({ origin }) => origin),
  }
}
