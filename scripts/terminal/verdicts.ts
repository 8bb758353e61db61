import type { Language, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { barrierNames, barriers } from '../../lib/isolation/barriers.ts'
import { beliefKinds } from '../../lib/isolation/beliefs/index.ts'
import type { Given } from '../../lib/isolation/grant.ts'
import { type BeliefVerdict, sourceOf } from '../../lib/isolation/judge.ts'
import { originText } from '../../lib/isolation/model.ts'
import { packetText } from '../../lib/isolation/packet-text.ts'
import type { OpenVerdict, PairTally } from '../../lib/isolation/pairs.ts'
import type { Proof } from '../../lib/isolation/prove.ts'

type Names = (project: string) => string

function namesOf({ projects }: Given): Names {
  return project => projects.get(project)?.stack ?? project
}

/** A verdict for each belief, then the pairs: how many each barrier keeps apart, and a packet for what is open. */
export function verdictText({ beliefs, tally }: Proof, given: Given, language: Language): string {
  const lines = [
    ...beliefs.map(verdict => beliefLine(verdict, language)),
    ...(tally === undefined ? [] : tallyLines(tally, namesOf(given), language)),
  ]
  return `${lines.join('\n')}\n`
}

function beliefLine({ held, subjects, breaches }: BeliefVerdict, language: Language): string {
  const { id, kind } = held.belief
  const { name, reason } = beliefKinds[kind]
  const source = sourceOf(held)
  const state = breaches.length > 0 ? broken(breaches.length) : holding(subjects, reason)
  const text = {
    zh: `${name.zh}（${id}，${source.zh}）：${state.zh}`,
    en: `${name.en} (${id}, ${source.en}): ${state.en}`,
  }
  return printable(text[language])
}

function broken(count: number): Text {
  return { zh: `不成立，${count} 处`, en: `broken in ${count} place${count === 1 ? '' : 's'}` }
}

function holding(subjects: number, reason: Text): Text {
  if (subjects === 0) return { zh: '没有可说的系统', en: 'about no system' }
  const projects = subjects === 1 ? '1 project' : `${subjects} projects`
  return { zh: `成立，${subjects} 个项目：${reason.zh}`, en: `holds for ${projects}: ${reason.en}` }
}

function tallyLines({ pairs, apart, named, unnamed }: PairTally, names: Names, language: Language): string[] {
  const open = named.length + unnamed.reduce((sum, group) => sum + group.pairs, 0)
  const title = {
    zh: `${pairs} 对系统：${pairs - open} 对不可达，${open} 对可达`,
    en: `${pairs} pairs of systems: ${pairs - open} unreachable, ${open} reachable`,
  }[language]
  return [
    title,
    ...barriers.flatMap(barrier =>
      apart[barrier] === 0 ? [] : [`  ${apart[barrier]}  ${barrierNames[barrier][language]}`],
    ),
    ...named.map(verdict => openText(verdict, names)),
    ...unnamed.map(group => unnamedText(group, names, language)),
  ]
}

function openText({ from, to, packet, rules }: OpenVerdict, names: Names): string {
  const example = packet === undefined ? [] : [`    ${packetText(packet)}`]
  const origins = rules.map(({ origin }) => `    ${originText(origin)}`)
  return [`${names(from)} → ${names(to)}`, ...example, ...origins].join('\n')
}

function unnamedText(
  { pairs, sample }: PairTally['unnamed'][number],
  names: Names,
  language: Language,
): string {
  const title = {
    zh: `${pairs} 对由对所有人开放的规则可达，例如：`,
    en: `${pairs} pairs are open by rules that are for everybody, such as:`,
  }[language]
  return `${title}\n${openText(sample, names)}`
}

/** The same for programs, with the way hop by hop. */
export function verdictData({ beliefs, tally }: Proof, given: Given): object {
  const names = namesOf(given)
  return {
    beliefs: beliefs.map(beliefData),
    ...(tally === undefined
      ? {}
      : {
          pairs: {
            total: tally.pairs,
            apart: tally.apart,
            named: tally.named.map(verdict => openData(verdict, names)),
            unnamed: tally.unnamed.map(({ pairs, sample }) => ({ pairs, sample: openData(sample, names) })),
          },
        }),
  }
}

function beliefData({ held: { belief, jurisdiction }, subjects, breaches }: BeliefVerdict): object {
  return {
    id: belief.id,
    kind: belief.kind,
    ...(jurisdiction === undefined ? {} : { jurisdiction }),
    ...(belief.article === undefined ? { basis: belief.basis } : { article: belief.article }),
    holds: breaches.length === 0,
    projects: subjects,
    breaches: breaches.map(({ origin, message, packet, others = [] }) => ({
      ...origin,
      message,
      ...(packet === undefined ? {} : { packet: packetText(packet) }),
      others,
    })),
  }
}

function openData({ from, to, packet, way, rules }: OpenVerdict, names: Names): object {
  return {
    from: names(from),
    to: names(to),
    ...(packet === undefined ? {} : { packet: packetText(packet) }),
    way: way.map(({ origin }) => origin),
    rules: rules.map(({ origin }) => origin),
  }
}
