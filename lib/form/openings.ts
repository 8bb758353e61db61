import type { IcmpType } from '../../generated/types/system.ts'
import { exposureBasisAfter } from '../entitlement/index.ts'
import { type Opening, openingsOf } from '../network/exposure.ts'
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

/** The other end in words: 互联网, 本系统, a system's name, or a network as it is. */
export function peerText({ peerText: peer }: Opening, { model, profile }: Subject): string {
  const named = { internet: '互联网', self: '本系统' }[peer]
  if (named !== undefined) return named
  const [, address] = /^system:(.+)$/.exec(peer) ?? []
  if (address === undefined) return peer
  return model.systemByAddress.get(`${profile.metadata.id}/${address}`)?.value.metadata.name ?? address
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
