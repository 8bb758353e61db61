import type { IcmpType } from '../../generated/types/system.ts'
import { exposureBasisAfter } from '../entitlement/index.ts'
import { entryOf } from '../model/entry.ts'
import { type OpenEnd, type Opening, openingsOf } from '../network/exposure.ts'
import { peerOf } from '../network/peer.ts'
import { tierNamesOf } from '../network/zone-part.ts'
import { chineseDate } from './date.ts'
import type { Subject, SystemSubject } from './subject.ts'

/** A line of access rules or of exchange, and what becomes of it. */
export interface ListedOpening {
  readonly line: Opening
  /** Undefined where nothing tells what was open before. */
  readonly change: 'added' | 'kept' | 'ended' | undefined
}

/** What the case asks to be opened. */
export function requestedOpenings({ asked }: SystemSubject): readonly Opening[] {
  return asked === undefined ? [] : openingsOf(asked)
}

/** What the case asks to be opened, beside what was granted before it; what is asked for no more comes last. */
export function changedOpenings(system: SystemSubject, { model }: Subject): readonly ListedOpening[] {
  const asked = requestedOpenings(system)
  const { before, history } = system
  const basis = exposureBasisAfter(
    model,
    system.manifest,
    before === undefined ? 0 : history.indexOf(before) + 1,
  )
  if (basis.kind === 'inherited') return asked.map(line => ({ line, change: undefined }))
  const [had, has] = [basis.openings, asked].map(lines => new Set(lines.map(keyOf)))
  return [
    ...asked.map(line => ({ line, change: had?.has(keyOf(line)) ? ('kept' as const) : ('added' as const) })),
    ...basis.openings
      .filter(line => !has?.has(keyOf(line)))
      .map(line => ({ line, change: 'ended' as const })),
  ]
}

function keyOf({ path: _path, versions: _versions, ...line }: Opening): string {
  return JSON.stringify(line)
}

/** The other end in words: 互联网, 本系统, a tier, a system's name, or a network as it is. */
export function peerText({ peerText: text, scope, tier }: Opening, subject: Subject): string {
  const { model, profile, system } = subject
  const peer = peerOf(text)
  if (peer.kind === 'internet') return '互联网'
  if (peer.kind === 'self' && tier !== undefined) return '本层'
  if (peer.kind === 'self')
    return tierNamesOf(entryOf(system?.manifest.zones ?? {}, scope) ?? {}).length === 0 ? '本系统' : untiered
  if (peer.kind === 'tier') return peer.tier === undefined ? untiered : `本系统 ${peer.tier} 层`
  if (peer.kind === 'network') return text
  const address = `${peer.unit}/${peer.system}`
  return model.systemByAddress.get(`${profile.metadata.id}/${address}`)?.value.metadata.name ?? address
}

const untiered = '本系统未分层部分'

/** `互联网区`, and the tier below it where there is one. */
export function placeText({ scope, tier }: Opening, zoneName: (zone: string) => string): string {
  return tier === undefined ? zoneName(scope) : `${zoneName(scope)}\n${tier} 层`
}

/** `互联网区 app 层至政务外网区`: the ends of an exchange. */
export function wayText(ends: readonly OpenEnd[], zoneName: (zone: string) => string): string {
  return ends
    .map(({ zone, tier }) => (tier === undefined ? zoneName(zone) : `${zoneName(zone)} ${tier} 层`))
    .join('至')
}

const icmpNames: Readonly<Record<IcmpType, string>> = {
  'echo-request': '回显请求',
  'destination-unreachable': '目的不可达',
  'time-exceeded': '超时',
  'parameter-problem': '参数错误',
}

/** `443、8000-8010`; of a protocol without ports its types, else all of it. */
export function portsText({ ports, icmpTypes }: Opening): string {
  if (ports !== undefined) return ports.join('、')
  return icmpTypes?.map(type => icmpNames[type]).join('、') ?? '—'
}

/** The paper that authorises a line, and its term where it has one of its own. */
export function basisText({ authorisedBy, since, until }: Opening): string {
  const from = since === undefined ? '' : `自${chineseDate(since)}起`
  const to = until === undefined ? '' : `至${chineseDate(until)}`
  return [authorisedBy ?? '', `${from}${to}`].filter(text => text !== '').join('\n')
}
