/** The other end of an ingress or egress rule, as a manifest writes it. */
export type Peer =
  | { readonly kind: 'internet' }
  | { readonly kind: 'self' }
  /** A system of the same jurisdiction. */
  | { readonly kind: 'system'; readonly unit: string; readonly system: string }
  /** A network; whether the text reads as one is for a rule to say. */
  | { readonly kind: 'network'; readonly cidr: string }

/** Reads a `from` or `to`. The schema lets nothing else through, so that the rest is a network. */
export function peerOf(text: string): Peer {
  if (text === 'internet' || text === 'self') return { kind: text }
  const [, unit, system] = /^system:([^/]+)\/([^/]+)$/.exec(text) ?? []
  if (unit !== undefined && system !== undefined) return { kind: 'system', unit, system }
  return { kind: 'network', cidr: text }
}
