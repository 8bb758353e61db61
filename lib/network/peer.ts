/** The other end of an ingress or egress rule, as a manifest writes it. */
export type Peer =
  | { readonly kind: 'internet' }
  | { readonly kind: 'self' }
  /** Another part of the same system in the same zone: a tier, or undefined for what is in none. */
  | { readonly kind: 'tier'; readonly tier: string | undefined }
  /** A system of the same jurisdiction. */
  | { readonly kind: 'system'; readonly unit: string; readonly system: string }
  /** A network; whether the text reads as one is for a rule to say. */
  | { readonly kind: 'network'; readonly cidr: string }

/** The part of a zone that is in no tier, as the other end of a rule. */
const untiered = 'untiered'

/** A tier of the same system and zone as the other end of a rule; undefined for what is in none. */
export function tierPeerText(tier: string | undefined): string {
  return tier === undefined ? untiered : `tier:${tier}`
}

/** Reads a `from` or `to`. The schema lets nothing else through, so that the rest is a network. */
export function peerOf(text: string): Peer {
  if (text === 'internet' || text === 'self') return { kind: text }
  if (text === untiered) return { kind: 'tier', tier: undefined }
  const [, tier] = /^tier:(.+)$/.exec(text) ?? []
  if (tier !== undefined) return { kind: 'tier', tier }
  const [, unit, system] = /^system:([^/]+)\/([^/]+)$/.exec(text) ?? []
  if (unit !== undefined && system !== undefined) return { kind: 'system', unit, system }
  return { kind: 'network', cidr: text }
}
