import type { Language, Text } from '../../lib/finding/finding.ts'
import { barrierNames } from '../../lib/isolation/barriers.ts'
import type { Given } from '../../lib/isolation/grant.ts'
import { originText } from '../../lib/isolation/model.ts'
import { packetText } from '../../lib/isolation/packet-text.ts'
import type { Side, SideVerdict } from '../../lib/isolation/sides.ts'

/** How many pairs of tiers are kept apart, and by what; then each pair that is open, with a packet and what passes it. */
export function tierLines(verdicts: readonly SideVerdict[], given: Given, language: Language): string[] {
  if (verdicts.length === 0) return []
  const open = verdicts.flatMap(verdict => (verdict.reaches ? [verdict] : []))
  const apart = verdicts.flatMap(verdict => (verdict.reaches ? [] : [verdict.barrier]))
  const counts = Map.groupBy(apart, barrier => barrier)
  const title = {
    zh: `${verdicts.length} 对系统内部的层：${apart.length} 对不可达，${open.length} 对可达`,
    en: `${verdicts.length} pairs of tiers within systems: ${apart.length} unreachable, ${open.length} reachable`,
  }[language]
  return [
    title,
    ...[...counts].map(([barrier, all]) => `  ${all.length}  ${barrierNames[barrier][language]}`),
    ...open.flatMap(({ from, to, packet, rules }) => [
      `${nameOf(given, from)} ${sideName(from)[language]} → ${sideName(to)[language]}`,
      `    ${packetText(packet)}`,
      ...rules.map(({ origin }) => `    ${originText(origin)}`),
    ]),
  ]
}

/** The same for programs; a tier is null for what is in none. */
export function tierData(verdicts: readonly SideVerdict[], given: Given): readonly object[] {
  return verdicts.map(({ from, to, ...verdict }) => ({
    system: nameOf(given, from),
    from: from.tier ?? null,
    to: to.tier ?? null,
    ...(verdict.reaches
      ? {
          packet: packetText(verdict.packet),
          rules: verdict.rules.map(({ origin }) => origin),
        }
      : { barrier: verdict.barrier }),
  }))
}

function nameOf({ projects }: Given, { project }: Side): string {
  return projects.get(project)?.stack ?? project
}

function sideName({ tier }: Side): Text {
  return tier === undefined
    ? { zh: '未分层部分', en: 'what is in no tier' }
    : { zh: `${tier} 层`, en: `tier ${tier}` }
}
