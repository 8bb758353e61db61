import type { Change, RuleCase, Verdict } from '../rule-table.ts'
import { shebao } from './files.ts'

export type Zone = 'internet' | 'extranet'
export type Direction = 'ingress' | 'egress'
/** Which part of a rule a finding stands at. */
export type Part = 'rule' | 'peer' | 'protocol' | 'ports' | 'icmpTypes'

/** The last rule of each list of `shebao`. */
const last = {
  internet: {
    ingress: '      - { from: self, protocol: tcp, ports: [22, 3306] }\n',
    egress: '      - { to: self, protocol: tcp, ports: [443, 8443] }\n',
  },
  extranet: {
    ingress: 'authorisedBy: 西人社函〔2025〕57号, note: 州、县经办大厅 }\n',
    egress: '      - { to: system:gonganju/huji-guanli, protocol: tcp, ports: [8443] }\n',
  },
} as const

/** `internet, protocol: tcp, ports: [443]` and so on, as a rule of a direction. */
export const ruleText = (direction: Direction, said: string): string =>
  `{ ${direction === 'ingress' ? 'from' : 'to'}: ${said} }`

/** Rules that `shebao` has beyond those of the example, after them. */
export function more(zone: Zone, direction: Direction, ...said: readonly string[]): Change {
  const before = last[zone][direction]
  return [shebao, before, before + said.map(one => `      - ${ruleText(direction, one)}\n`).join('')]
}

/** The mark at a part of a rule. */
export function markOf(direction: Direction, said: string, part: Part): string {
  const text = ruleText(direction, said)
  if (part === 'rule') return `- |${text}`
  if (part === 'peer') return text.replace(': ', ': |')
  return part === 'protocol' ? text.replace('protocol: ', 'protocol: |') : text.replace(part, `|${part}`)
}

export type RuleRow = readonly [verdict: Verdict, title: string, said: string, article?: string]

/** What a rule says of one more rule of `shebao` in a zone, once as ingress and once as egress. */
export function bothWays(code: string, zone: Zone, part: Part, rows: readonly RuleRow[]): RuleCase[] {
  return rows.flatMap(row =>
    (['ingress', 'egress'] as const).map(direction => oneWay(code, zone, direction, part, row)),
  )
}

export function oneWay(
  code: string,
  zone: Zone,
  direction: Direction,
  part: Part,
  [verdict, title, said, article]: RuleRow,
): RuleCase {
  return {
    code,
    title: `${direction} with ${title}`,
    changes: [more(zone, direction, said)],
    finds: verdict === 'finds' ? [{ file: shebao, mark: markOf(direction, said, part) }] : [],
    ...(article !== undefined && { article }),
  }
}

/** One more ingress rule for a system whose only rule of this text is its last. */
export function ingressFor(file: string, said: string): Change {
  const before = '      - { from: self, protocol: tcp, ports: [22, 3306] }\n'
  return [file, before, `${before}      - ${ruleText('ingress', said)}\n`]
}
