// Plants faults blindly, and asks a walker of packets which of them open anything: of those the proof must find every one.
import { addCloud } from '../../lib/isolation/from-cloud.ts'
import { stackOfPlan } from '../../lib/isolation/from-plan.ts'
import { addStack } from '../../lib/isolation/from-stack.ts'
import type { Given } from '../../lib/isolation/grant.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { type Draft, emptyDraft } from '../../lib/isolation/model.ts'
import { grantsAbsent } from '../../lib/isolation/seen.ts'
import { isRecord } from '../../lib/model/record.ts'
import { type Answers, type Stack, soundAnswers, Unbuildable } from './api-answers.ts'
import { openedBy } from './brute-force.ts'
import { mutate, randomFrom } from './mutations.ts'
import { planOf, stackIn } from './plan-json.ts'
import { proofOf, told, toldBy } from './proof.ts'

export type Level = 'synth' | 'plan' | 'live'

export interface Planted {
  readonly level: Level
  readonly seed: number
  /** What was changed, and where. */
  readonly change: string
  /** What the walker says was opened; empty where nothing was, undefined for what would stand in no cloud. */
  readonly opened: readonly string[] | undefined
  /** The codes that the proof found. */
  readonly codes: readonly string[]
}

/** A world at one level: to change, to prove, and to walk. */
interface Form {
  readonly trees: () => Map<string, object>
  readonly prove: (trees: ReadonlyMap<string, object>, draft: Draft) => void
  /** @throws Error for what would stand in no cloud */
  readonly walk: (trees: ReadonlyMap<string, object>) => ReadonlyMap<string, Answers>
}

function formsOf(stacks: readonly Stack[]): Readonly<Record<Level, Form>> {
  const read = sharedReader()
  const configured = ([name, tree]: readonly [string, object]): Stack => ({
    name,
    configuration: { ...tree },
  })
  return {
    synth: {
      trees: () => new Map(stacks.map(({ name, configuration }) => [name, structuredClone(configuration)])),
      prove: (trees, draft) => {
        for (const tree of trees) addStack(draft, configured(tree), read)
      },
      walk: trees => soundAnswers([...trees].map(configured)),
    },
    plan: {
      trees: () => new Map(stacks.map(stack => [stack.name, structuredClone(planOf(stack))])),
      prove: (trees, draft) => {
        for (const [name, plan] of trees) addStack(draft, stackOfPlan(name, plan), read)
      },
      walk: trees => soundAnswers([...trees].map(([name, plan]) => stackIn(name, plan))),
    },
    live: {
      trees: () => new Map(structuredClone(soundAnswers(stacks))),
      prove: (trees, draft) => {
        for (const [cloud, answers] of trees) {
          const [name = ''] = cloud.split('/')
          addCloud(draft, { name, cloud, byListing: toldBy(listsIn(answers)) }, read)
        }
      },
      walk: trees => new Map([...trees].map(([name, answers]) => [name, listsIn(answers)])),
    },
  }
}

/** What is left of answers that may have been broken anywhere: whoever lists a collection sees maps or nothing. */
function listsIn(answers: object): Answers {
  return Object.fromEntries(
    Object.entries(answers).map(([listing, entries]) => [
      listing,
      Array.isArray(entries) ? entries.filter(isRecord).map(entry => ({ ...entry })) : [],
    ]),
  )
}

/** What the proof finds at a level of stacks as they are. */
export function provenAt(level: Level, stacks: readonly Stack[], given: Given): readonly string[] {
  const form = formsOf(stacks)[level]
  return foundIn(form, form.trees(), given)
}

function foundIn(form: Form, trees: ReadonlyMap<string, object>, given: Given): readonly string[] {
  const draft = emptyDraft()
  form.prove(trees, draft)
  const found = [...proofOf(draft, given).findings, ...grantsAbsent(draft, given)]
  return told(found.filter(({ code }) => code !== 'TY5203'))
}

/** Plants one fault for each seed into the stacks, their plans or the answers of their clouds. */
export function* plantBlindly(
  level: Level,
  stacks: readonly Stack[],
  given: Given,
  seeds: Iterable<number>,
): Generator<Planted> {
  const form = formsOf(stacks)[level]
  const sound = form.walk(form.trees())
  for (const seed of seeds) {
    const random = randomFrom(seed)
    const trees = form.trees()
    const name = [...trees.keys()][Math.floor(random() * trees.size)] ?? ''
    const change = `${name} ${mutate(random, trees.get(name) ?? {})}`
    const codes = new Set(foundIn(form, trees, given).map(line => line.slice(0, 6)))
    yield { level, seed, change, opened: openedIn(form, trees, sound), codes: [...codes].sort() }
  }
}

function openedIn(form: Form, trees: ReadonlyMap<string, object>, sound: ReadonlyMap<string, Answers>) {
  try {
    return [...form.walk(trees)].flatMap(([cloud, answers]) => openedBy(sound.get(cloud) ?? {}, answers))
  } catch (error) {
    if (error instanceof Unbuildable) return undefined
    throw error
  }
}
