import type { EgressRule, IngressRule } from '../../generated/types/system.ts'
import type { DataPath } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Family } from './family.ts'

/** The networks of a part of a zone, as they are written. */
export type WrittenNetworks = Readonly<Partial<Record<Family, string>>>

/** What a part of a zone says of itself. */
export interface Partitioned {
  readonly ingress?: readonly IngressRule[]
  readonly egress?: readonly EgressRule[]
  /** Its own networks: it is open in their IP versions alone; without any, in both. */
  readonly network?: WrittenNetworks
}

/** A zone of a system, by its tiers and what is in none of them. */
export interface TieredZone extends Partitioned {
  readonly tiers?: Readonly<Record<string, Partitioned>> | undefined
}

/** A part of a system in a zone: servers with networks and a security group of their own. */
export interface ZonePart extends Partitioned {
  /** Undefined for what is in no tier. */
  readonly tier: string | undefined
  /** From the zone. */
  readonly path: DataPath
}

/**
 * The parts of a zone: what is in no tier, then the tiers as they are written. A zone without tiers is one part; in one
 * with tiers nothing lies outside them unless the zone has a network or a rule of its own.
 */
export function partsOf(zone: TieredZone): readonly ZonePart[] {
  const { ingress, egress, network, tiers } = zone
  const own: ZonePart = { ...said({ ingress, egress, network }), tier: undefined, path: [] }
  if (tiers === undefined) return [own]
  const named = Object.entries(tiers).map(([tier, part]) => ({ ...said(part), tier, path: ['tiers', tier] }))
  return [ingress, egress, network].some(one => one !== undefined) ? [own, ...named] : named
}

/** The names of a zone's tiers. */
export function tierNamesOf({ tiers = {} }: Pick<TieredZone, 'tiers'>): readonly string[] {
  return Object.keys(tiers)
}

/** The part of a zone that is a tier, or in none; undefined where the zone has no such part. */
export function partIn(zone: TieredZone, tier: string | undefined): ZonePart | undefined {
  return partsOf(zone).find(part => part.tier === tier)
}

/** What is asked for and granted of a zone: its networks are given to the system, and no request asks for one. */
export function withoutNetworks<Z extends TieredZone>(zone: Z): Omit<Z, 'network'> {
  const { network: _, ...asked } = zone
  if (zone.tiers === undefined) return asked
  const tiers = Object.entries(zone.tiers).map(([tier, { network: _own, ...part }]) => [tier, part] as const)
  return { ...asked, tiers: Object.fromEntries(tiers) }
}

/** The same zone with the networks that another version of it has. */
export function withNetworksOf<Z extends TieredZone>(zone: Z, { network, tiers }: TieredZone): Z {
  const own = Object.entries(zone.tiers ?? {}).map(([tier, part]) => {
    const given = tiers === undefined ? undefined : entryOf(tiers, tier)?.network
    return [tier, given === undefined ? part : { ...part, network: given }] as const
  })
  return {
    ...zone,
    ...(network === undefined ? {} : { network }),
    ...(zone.tiers === undefined ? {} : { tiers: Object.fromEntries(own) }),
  }
}

type Loose = { readonly [Key in keyof Partitioned]: Partitioned[Key] | undefined }

function said({ ingress, egress, network }: Loose): Partitioned {
  return {
    ...(ingress === undefined ? {} : { ingress }),
    ...(egress === undefined ? {} : { egress }),
    ...(network === undefined ? {} : { network }),
  }
}
