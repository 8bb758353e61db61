// What stands by inheritance, as a request for more has to say it.
import type { Exchange, SystemManifest } from '../../generated/types/system.ts'
import { isRecord } from '../model/record.ts'
import { entry, inline } from './yaml.ts'

/** The openings of a manifest as its next request repeats them under `inherited`. */
export function inheritedIn({ zones, exchange }: SystemManifest): Readonly<Record<string, unknown>> {
  const open = Object.entries(zones).map(([zone, { tiers = {}, ...part }]) => {
    const own = Object.entries(tiers).map(([tier, of]) => [tier, rulesOf(of)] as const)
    return [
      zone,
      { ...rulesOf(part), ...(own.length === 0 ? {} : { tiers: Object.fromEntries(own) }) },
    ] as const
  })
  return { zones: Object.fromEntries(open), ...exchanged(exchange) }
}

function rulesOf({ ingress, egress }: { readonly ingress?: unknown; readonly egress?: unknown }) {
  return { ...(ingress === undefined ? {} : { ingress }), ...(egress === undefined ? {} : { egress }) }
}

function exchanged(exchange: readonly Exchange[] | undefined) {
  return exchange === undefined ? {} : { exchange }
}

/** A value below a key: maps as blocks, and what stands in a list on one line each. */
export function block(key: string, value: unknown, indent: number): readonly string[] {
  const head = `${' '.repeat(indent)}${key}:`
  if (Array.isArray(value) && value.length > 0)
    return [head, ...value.map(item => `${' '.repeat(indent + 2)}- ${inline(item)}`)]
  if (isRecord(value) && Object.keys(value).length > 0)
    return [head, ...Object.entries(value).flatMap(([inner, one]) => block(inner, one, indent + 2))]
  return [entry(key, value, indent)]
}
