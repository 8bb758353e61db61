import { isDeepStrictEqual } from 'node:util'
import { isMap, isNode, isScalar, parseDocument, type YAMLMap } from 'yaml'
import { breakIn, columnOf, insert, lineEnd } from '../edit/insertion.ts'
import type { Allocation } from './index.ts'

/** A manifest is written in a way that nothing can be put in without changing something else. */
export class NotEntered extends Error {}

/**
 * The text of a manifest with networks entered; everything else stays to the byte. The library finds the place and the
 * text goes in there: writing the whole document anew would fold long lines and move comments.
 *
 * @throws NotEntered
 */
export function withNetworks(text: string, allocations: readonly Allocation[]): string {
  const edited = Map.groupBy(allocations, allocation => placeOf(allocation).join('/'))
    .values()
    .reduce((before, own) => withNetwork(before, own), text)
  requireEntered(text, edited, allocations)
  return edited
}

/** Text edits that went wrong must never reach a file: nothing but the networks may be another than before. */
function requireEntered(before: string, after: string, allocations: readonly Allocation[]): void {
  const [wanted, edited] = [parseDocument(before), parseDocument(after)]
  const isSound = wanted.errors.length === 0 && edited.errors.length === 0
  if (isSound) for (const one of allocations) wanted.setIn([...placeOf(one), 'network', one.family], one.cidr)
  if (!isSound || !isDeepStrictEqual(wanted.toJS(plain), edited.toJS(plain)))
    throw new NotEntered('the networks could not be entered')
}

/** An alias would be a second place of what is changed; no checked manifest has one. */
const plain = { maxAliasCount: 0 } as const

/** Where the network stands: the zone, or the tier in it. */
export function placeOf({ zone, tier }: Allocation): readonly string[] {
  return ['zones', zone, ...(tier === undefined ? [] : ['tiers', tier])]
}

function nameOf({ zone, tier }: Allocation): string {
  return `zone ${zone}${tier === undefined ? '' : ` with a tier ${tier}`}`
}

/** With the networks of one place. */
function withNetwork(text: string, own: readonly Allocation[]): string {
  const replaced = own.reduce((before, one) => withoutOld(before, one), text)
  const entered = parseDocument(replaced)
  const lacking = own.filter(one => entered.getIn([...placeOf(one), 'network', one.family]) !== one.cidr)
  return lacking.length === 0 ? replaced : withNew(replaced, lacking)
}

/** A network that is given anew takes the place of the old one. */
function withoutOld(text: string, allocation: Allocation): string {
  const { family, cidr, replaces } = allocation
  const old = parseDocument(text).getIn([...placeOf(allocation), 'network', family], true)
  if (replaces === undefined || !isScalar(old) || old.value !== replaces || !old.range) return text
  const [start, end] = old.range
  return text.slice(0, start) + quoted(cidr) + text.slice(end)
}

function withNew(text: string, own: readonly Allocation[]): string {
  const [first] = own
  if (first === undefined) return text
  const at = placeOf(first)
  const document = parseDocument(text)
  const members = own.map(({ family, cidr }) => `${family}: ${quoted(cidr)}`)
  const network = document.getIn([...at, 'network'], true)
  if (isMap(network) && network.range) {
    const end = endOfLastValue(network)
    if (network.flow === true) return insert(text, end, members.map(member => `, ${member}`).join(''))
    const indent = ' '.repeat(columnOf(text, network.range[0]))
    return insert(
      text,
      lineEnd(text, end),
      members.map(member => `${breakIn(text)}${indent}${member}`).join(''),
    )
  }
  const place = document.getIn(at, true)
  if (!isMap(place) || !place.range) throw new NotEntered(`the manifest has no ${nameOf(first)}`)
  const start = place.range[0]
  const whole = `network: { ${members.join(', ')} }`
  if (place.items.length === 0) return insert(text, start + 1, ` ${whole} `)
  if (place.flow === true) return insert(text, start + 1, ` ${whole},`)
  return insert(text, start, `${whole}${breakIn(text)}${' '.repeat(columnOf(text, start))}`)
}

/** Right behind the last value, a comma or a comment may follow: the end of the map itself would be behind these. */
function endOfLastValue(map: YAMLMap): number {
  const value = map.items.at(-1)?.value
  const end = isNode(value) ? value.range?.[1] : undefined
  if (end === undefined) throw new NotEntered('the network has no value')
  return end
}

/** A colon at the start of an address, as in `::/64`, would end a key. */
function quoted(cidr: string): string {
  return cidr.startsWith(':') ? JSON.stringify(cidr) : cidr
}
