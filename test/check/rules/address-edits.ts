import type { Change, RuleCase, Verdict } from '../rule-table.ts'
import { chengxin, platform, shebao } from './files.ts'

export const families = { ipv4: 'ipv4: 10.64.0.192/26', ipv6: 'ipv6: fd6a:4b1e:64:7::/64' } as const
export type Family = keyof typeof families

/** Another network for `shebao` in the internet zone. */
export const network = (family: Family, cidr: string): Change => [
  shebao,
  families[family],
  `${family}: ${cidr}`,
]

export type NetworkRow = readonly [verdict: Verdict, title: string, family: Family, cidr: string]

/** What a rule says of another network of `shebao`. */
export function ofNetworks(code: string, rows: readonly NetworkRow[]): RuleCase[] {
  return rows.map(([verdict, title, family, cidr]) => ({
    code,
    title,
    changes: [network(family, cidr)],
    finds: verdict === 'finds' ? [{ file: shebao, mark: `${family}: |${cidr}` }] : [],
  }))
}

export type PlatformRow = readonly [
  verdict: Verdict,
  title: string,
  before: string,
  after: string,
  mark?: string,
]

/** What a rule says of another text in the platform file; without a mark, it stands at the new text. */
export function ofPlatform(code: string, rows: readonly PlatformRow[]): RuleCase[] {
  return rows.map(([verdict, title, before, after, mark = `|${after}`]) => ({
    code,
    title,
    changes: [[platform, before, after]],
    finds: verdict === 'finds' ? [{ file: platform, mark }] : [],
  }))
}

export const gapInternet = '172.31.64.0/28'
export const internetPools = '- { id: internet-ipv4, cidr: 10.64.0.0/12'

/** A second pool for the internet zone, before its first. */
export const secondPool = (cidr: string, min: number, max: number): Change => [
  platform,
  `      ${internetPools}`,
  `      - { id: second, cidr: ${cidr}, prefixLength: { min: ${min}, default: ${max}, max: ${max} } }\n      ${internetPools}`,
]

/** Another network for a system that is over since 2026-03-06. */
export const ofEnded = (family: Family, cidr: string): Change => [
  chengxin,
  { ipv4: 'ipv4: 10.64.3.64/26', ipv6: 'ipv6: "fd6a:4b1e:64:21::/64"' }[family],
  `${family}: ${cidr}`,
]

/** A finding of a rule that looks at living systems alone, on the last day of a life and on the day when it is over. */
export function untilTheEnd(code: string, changes: readonly Change[], mark: string): RuleCase[] {
  return [
    {
      code,
      title: 'a system in its last days',
      changes,
      finds: [{ file: chengxin, mark }],
      day: '2026-03-05',
    },
    { code, title: 'a system whose life is over', changes, finds: [], day: '2026-03-06' },
  ]
}
