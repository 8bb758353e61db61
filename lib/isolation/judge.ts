import type { Belief } from '../../generated/types/platform.ts'
import { type AnyFinding, finding, type Location, type Text } from '../finding/finding.ts'
import { type Breach, beliefKinds, type World } from './beliefs/index.ts'
import { isolationCodes } from './codes.ts'
import { packetText } from './packet-text.ts'

/** A belief, where the catalogue says it, and whose systems it is about. */
export interface HeldBelief {
  readonly belief: Belief
  readonly at: Location
  /** Undefined for one about the systems of all. */
  readonly jurisdiction: string | undefined
  /** Its article as people cite it; undefined of one that rests on a basis. */
  readonly citation?: Text | undefined
}

/** What a belief rests on: its article as people cite it, or the basis that the platform gives. */
export function sourceOf({ belief: { article, basis = '' }, citation }: HeldBelief): Text {
  const plain = article ?? basis
  return citation ?? { zh: plain, en: plain }
}

export interface BeliefVerdict {
  readonly held: HeldBelief
  /** How many projects it says something of. */
  readonly subjects: number
  readonly breaches: readonly Breach[]
}

/** A breach that some belief forbids, as it is told. */
export interface ToldBreach {
  readonly breach: Breach
  readonly told: AnyFinding
}

export interface Judgement {
  readonly verdicts: readonly BeliefVerdict[]
  /** Each breach once, though several beliefs forbid it; with an article where one of them has any. */
  readonly breaches: readonly ToldBreach[]
  /** What is told of the breaches, and of each belief that is true of nothing. */
  readonly findings: readonly AnyFinding[]
}

/** Holds the beliefs of the catalogue against what is; each kind is looked for once, whoever believes it. */
export function judge(world: World, beliefs: readonly HeldBelief[]): Judgement {
  const kinds = Map.groupBy(beliefs, ({ belief }) => belief.kind)
  const judged = [...kinds].map(([kind, held]) => judgeKind(world, kind, held))
  const byHeld = new Map(judged.flatMap(({ verdicts }) => verdicts.map(verdict => [verdict.held, verdict])))
  const verdicts = beliefs.flatMap(held => byHeld.get(held) ?? [])
  const breaches = judged.flatMap(kind => kind.breaches)
  const findings = [...breaches.map(({ told }) => told), ...verdicts.flatMap(ofNothing)]
  return { verdicts, breaches, findings }
}

function judgeKind(
  world: World,
  kind: Belief['kind'],
  held: readonly HeldBelief[],
): Pick<Judgement, 'verdicts' | 'breaches'> {
  const { subjects, breaches, definition } = beliefKinds[kind]
  const about = [...subjects(world)]
  const found = onceEach(breaches(world))
  const concerns = ({ jurisdiction }: HeldBelief, project: string): boolean =>
    jurisdiction === undefined || world.given.projects.get(project)?.jurisdiction === jurisdiction
  const breaks = (one: HeldBelief, { projects }: Breach): boolean =>
    one.jurisdiction === undefined || projects.some(project => concerns(one, project))
  const verdicts = held.map(one => ({
    held: one,
    subjects: about.filter(project => concerns(one, project)).length,
    breaches: found.filter(breach => breaks(one, breach)),
  }))
  const told = found.flatMap((breach): readonly ToldBreach[] => {
    const broken = held.filter(one => breaks(one, breach))
    if (broken.length === 0) return []
    const { belief, citation } = broken.find(({ belief }) => belief.article !== undefined) ?? {}
    const article = belief?.article
    const details = { message: messageOf(breach), article, citation }
    return [{ breach, told: finding(definition, breach.origin, details) }]
  })
  return { verdicts, breaches: told }
}

/** What one object breaks in one way is told once, with the first packet: one deed mends it. */
export function onceEach(breaches: Iterable<Breach>): readonly Breach[] {
  const first = new Map<string, Breach>()
  for (const breach of breaches) {
    const key = JSON.stringify([breach.origin, breach.message.en])
    if (!first.has(key)) first.set(key, breach)
  }
  return [...first.values()]
}

/** What a breach is, with its packet. */
export function messageOf({ message, packet }: Breach): Breach['message'] {
  if (packet === undefined) return message
  const text = packetText(packet)
  return { zh: `${message.zh}：${text}`, en: `${message.en}: ${text}` }
}

function ofNothing({ held: { belief, at, citation }, subjects }: BeliefVerdict): readonly AnyFinding[] {
  if (subjects > 0) return []
  const message = {
    zh: `隔离要求 ${belief.id} 不适用于任何系统`,
    en: `the belief ${belief.id} is about no system`,
  }
  return [finding(isolationCodes.beliefOfNothing, at, { message, article: belief.article, citation })]
}
