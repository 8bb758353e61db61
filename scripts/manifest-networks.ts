import { isMap, parseDocument } from 'yaml'
import type { Allocation } from '../lib/allocate/index.ts'

/**
 * The text of a manifest with networks entered; everything else stays to the byte. The library finds the place and the
 * text goes in there: writing the whole document anew would fold long lines and move comments.
 */
export function withNetworks(text: string, allocations: readonly Allocation[]): string {
  const edited = Map.groupBy(allocations, ({ zone }) => zone)
    .entries()
    .reduce((before, [zone, own]) => withNetwork(before, zone, own), text)
  requireEntered(edited, allocations)
  return edited
}

/** A text edit that went wrong must never reach a file. */
function requireEntered(text: string, allocations: readonly Allocation[]): void {
  const document = parseDocument(text)
  const entered = allocations.every(
    ({ zone, family, cidr }) => document.getIn(['zones', zone, 'network', family]) === cidr,
  )
  if (document.errors.length > 0 || !entered) throw new Error('the networks could not be entered')
}

function withNetwork(text: string, zone: string, own: readonly Allocation[]): string {
  const document = parseDocument(text)
  const members = own.map(({ family, cidr }) => `${family}: ${quoted(cidr)}`).join(', ')
  const network = document.getIn(['zones', zone, 'network'], true)
  if (isMap(network) && network.range) {
    // A flow map ends with its brace, a block map with its last value.
    const [, end] = network.range
    if (network.flow === true) return insert(text, text.lastIndexOf('}', end - 1), `, ${members} `, true)
    const indent = ' '.repeat(columnOf(text, network.range[0]))
    return insert(
      text,
      lineEnd(text, end - 1),
      own.map(({ family, cidr }) => `\n${indent}${family}: ${quoted(cidr)}`).join(''),
    )
  }
  const place = document.getIn(['zones', zone], true)
  if (!isMap(place) || !place.range) throw new Error(`the manifest has no zone ${zone}`)
  const start = place.range[0]
  if (place.flow === true) return insert(text, start + 1, ` network: { ${members} },`)
  return insert(text, start, `network: { ${members} }\n${' '.repeat(columnOf(text, start))}`)
}

/** A colon at the start of an address, as in `::/64`, would end a key. */
function quoted(cidr: string): string {
  return cidr.startsWith(':') ? JSON.stringify(cidr) : cidr
}

function insert(text: string, at: number, addition: string, tidy = false): string {
  const before = text.slice(0, at)
  return (tidy ? before.trimEnd() : before) + addition + text.slice(at)
}

function columnOf(text: string, offset: number): number {
  return offset - (text.lastIndexOf('\n', offset - 1) + 1)
}

function lineEnd(text: string, offset: number): number {
  const end = text.indexOf('\n', offset)
  return end < 0 ? text.length : end
}
