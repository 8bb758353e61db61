import type { Text } from '../finding/finding.ts'

/** In the order in which they came. Each policy is for one of them; what a release does not know does it no harm. */
export const releases = ['zed', '2023.1', '2023.2', '2024.1', '2024.2', '2025.1', '2025.2', '2026.1'] as const

export type Release = (typeof releases)[number]

/** Rules of a service that stand for one reason. */
export interface Override {
  /** The hole that they close, or the sight that they give. */
  readonly why: Text
  /** The first release that has such rules. @default - all */
  readonly since?: Release
  /** The last one. @default - all */
  readonly until?: Release
  /** The service's own name for what is asked, and whom it is allowed, in the words of oslo.policy. */
  readonly rules: Readonly<Record<string, string>>
}

export interface ServicePolicy {
  /** As its folder of settings is called. */
  readonly name: string
  readonly overrides: readonly Override[]
  /** Settings without which the overrides close nothing for readers. */
  readonly settings: Readonly<Record<string, Readonly<Record<string, string>>>>
}

export function isOf({ since, until }: Override, release: Release): boolean {
  const at = releases.indexOf(release)
  const first = since === undefined ? 0 : releases.indexOf(since)
  const last = until === undefined ? releases.length - 1 : releases.indexOf(until)
  return first <= at && at <= last
}
