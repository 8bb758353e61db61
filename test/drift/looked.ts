// What the example stands as in its clouds, and what is otherwise.
import type { Belief } from '../../generated/types/platform.ts'
import { planOf, type StackPlan } from '../../lib/deliver/plan.ts'
import { driftIn } from '../../lib/drift/compare.ts'
import type { Drift } from '../../lib/drift/drift.ts'
import type { Looked, RecordedStack } from '../../lib/drift/looked.ts'
import { addCloud } from '../../lib/isolation/from-cloud.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { emptyDraft } from '../../lib/isolation/model.ts'
import { Reachability } from '../../lib/isolation/reachability.ts'
import { type Answers, soundAnswers } from '../isolation/api-answers.ts'
import { believed, givenIn, toldBy } from '../isolation/proof.ts'
import { apis, soundStacks } from '../stack-policy/edits.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'

const given = givenIn(jobsIn(examplePlan({ apis: [...apis] })))
const clouds = soundAnswers(soundStacks())

/** What one cloud answers otherwise, and what stands beside. */
export interface Otherwise extends Partial<Omit<Looked, 'world' | 'plans' | 'cloudOf'>> {
  readonly edit?: (answers: Answers) => void
  /** @default 'internet' */
  readonly cloud?: string
  readonly plans?: Readonly<Record<string, StackPlan>>
}

export function looked({ edit = () => {}, cloud = 'internet', plans = {}, ...rest }: Otherwise): Looked {
  const draft = emptyDraft()
  const read = sharedReader()
  for (const [place, answers] of structuredClone(clouds)) {
    const [name = ''] = place.split('/')
    if (name === cloud) edit(answers)
    addCloud(draft, { name, cloud: place, byListing: toldBy(answers) }, read)
  }
  return {
    world: { model: draft, given, reachability: new Reachability(draft) },
    beliefs: [],
    planned: new Set(),
    plans: new Map(Object.entries(plans)),
    recorded: [],
    unmanaged: [],
    cloudOf: stack => stack.split('_')[1] ?? '',
    ...rest,
  }
}

/** `<class> <code> <opening|drift> <stack address or kind id>` */
export function lineOf({ class: of, opens, finding }: Drift): string {
  const place =
    'cloud' in finding
      ? [finding.object?.kind, finding.object?.id]
      : [finding.stack, ...(finding.address === undefined ? [] : [finding.address])]
  return [of, finding.code, opens ? 'opening' : 'drift', ...place].join(' ')
}

export function driftOf(otherwise: Otherwise): readonly string[] {
  return driftIn(looked(otherwise)).map(lineOf)
}

export interface Said {
  readonly address: string
  readonly recorded: object
  readonly found: object | null
  /** What an apply makes of it; @default nothing else than was found */
  readonly wanted?: object
  readonly unknown?: object
}

/** A plan of resources that the cloud has otherwise than the state. */
export function planSaying(...said: readonly Said[]): StackPlan {
  const entry = (address: string, actions: readonly string[], change: object) => ({
    address,
    mode: 'managed',
    type: address.split('.')[0],
    change: { actions, ...change },
  })
  return planOf(
    JSON.stringify({
      format_version: '1.2',
      resource_drift: said.map(({ address, recorded, found }) =>
        entry(address, [found === null ? 'delete' : 'update'], { before: recorded, after: found }),
      ),
      resource_changes: said.map(({ address, found, wanted, unknown }) =>
        entry(address, [wanted === undefined ? 'no-op' : found === null ? 'create' : 'update'], {
          before: found,
          after: wanted ?? found,
          ...(unknown === undefined ? {} : { after_unknown: unknown }),
        }),
      ),
    }),
  )
}

export function recordedAs(
  stack: string,
  claim: RecordedStack['claim'],
  ...resources: readonly (readonly [address: string, id: string])[]
): RecordedStack {
  return {
    stack,
    claim,
    resources: resources.map(([address, id]) => ({
      address,
      type: address.split('.')[0] ?? '',
      attributes: { id },
    })),
  }
}

export function articled(kind: Belief['kind'], article: string, jurisdiction?: string) {
  return believed(kind, jurisdiction, article)
}
