// What breaks a belief in the clouds, whether or not the catalogue believes it: the manifest does not ask for it.
import type { Belief } from '../../generated/types/platform.ts'
import { finding } from '../finding/finding.ts'
import { type Breach, beliefKinds } from '../isolation/beliefs/index.ts'
import { messageOf, onceEach } from '../isolation/judge.ts'
import type { Origin } from '../isolation/model.ts'
import { isPending } from './changed.ts'
import type { Drift, DriftClass, DriftFinding } from './drift.ts'
import type { Looked } from './looked.ts'
import { recordIndexOf } from './record-index.ts'

/** The breaches of one kind of belief, as drift of a class. */
export function* breachedIn(
  looked: Looked,
  belief: Belief['kind'],
  as: { readonly class: DriftClass; readonly opens: boolean },
): Generator<Drift> {
  for (const breach of onceEach(beliefKinds[belief].breaches(looked.world))) {
    yield {
      ...as,
      moved: movedBy(looked, breach.origin, as.class),
      stacks: stacksOf(looked, breach),
      values: [],
      finding: findingOf(looked, belief, breach),
    }
  }
}

function findingOf({ beliefs, world }: Looked, kind: Belief['kind'], breach: Breach): DriftFinding {
  const { definition } = beliefKinds[kind]
  const jurisdictions = new Set(
    breach.projects.flatMap(project => world.given.projects.get(project)?.jurisdiction ?? []),
  )
  const held = beliefs.find(
    ({ belief, jurisdiction }) =>
      belief.kind === kind &&
      belief.article !== undefined &&
      (jurisdiction === undefined || jurisdictions.has(jurisdiction)),
  )
  return finding(definition, breach.origin, {
    message: messageOf(breach),
    article: held?.belief.article,
    citation: held?.citation,
    fix: { message: definition.why },
  })
}

function stacksOf({ world }: Looked, { projects }: Breach): readonly string[] {
  return [...new Set(projects.flatMap(project => world.given.projects.get(project)?.stack ?? []))]
}

/**
 * What no state has is somebody else's doing. Of what one has, the repository has moved where its stack is to go, or where
 * a plan of it changes something of the class and terraform has found nothing of the class changed in the cloud.
 */
function movedBy(looked: Looked, origin: Origin, of: DriftClass): Drift['moved'] {
  if (!('object' in origin)) return 'cloud'
  const owner = recordIndexOf(looked).ownerOf(origin.object.id)
  if (owner === undefined) return 'cloud'
  if (owner.claim !== 'wanted') return 'repository'
  return isPending(looked.plans.get(owner.stack), of) ? 'repository' : 'cloud'
}
