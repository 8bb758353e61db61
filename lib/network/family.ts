/** The keys under which manifests and catalogue write the networks of each IP version. */
export const families = [
  ['ipv4', 4],
  ['ipv6', 6],
] as const

export type Family = (typeof families)[number][0]
