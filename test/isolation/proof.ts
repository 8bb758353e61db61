// Proofs, as tests ask for them.
import type { Belief } from '../../generated/types/platform.ts'
import { type AnyFinding, fileStart } from '../../lib/finding/finding.ts'
import { beliefKinds } from '../../lib/isolation/beliefs/index.ts'
import { listings } from '../../lib/isolation/cloud/listings.ts'
import type { Given } from '../../lib/isolation/grant.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import type { HeldBelief } from '../../lib/isolation/judge.ts'
import { type IsolationModel, nameOfOrigin, type Origin } from '../../lib/isolation/model.ts'
import { type Proof, proveIsolation } from '../../lib/isolation/prove.ts'
import { givenBy } from '../../stacks/given.ts'
import type { StackJob } from '../../stacks/job.ts'

const platformFile = { file: 'catalogue/platform.yaml', range: fileStart, path: [] }

export function believed(kind: Belief['kind'], jurisdiction?: string, article?: string): HeldBelief {
  const cites = article === undefined ? { basis: 'basis' } : { article }
  return { belief: { id: kind, kind, ...cites }, at: platformFile, jurisdiction }
}

function isKind(name: string): name is Belief['kind'] {
  return Object.hasOwn(beliefKinds, name)
}

/** Every kind, about all systems. */
export const everyBelief: readonly HeldBelief[] = Object.keys(beliefKinds)
  .filter(isKind)
  .map(kind => believed(kind))

export function proofOf(model: IsolationModel, given: Given, beliefs = everyBelief): Proof {
  return proveIsolation(model, given, beliefs)
}

export function givenIn(jobs: Iterable<StackJob>): Given {
  return givenBy(jobs, sharedReader())
}

/** `<code> <stack or cloud> <address or object>` of every finding, in one order. */
export function told(findings: readonly AnyFinding[]): readonly string[] {
  return findings.map(finding => `${finding.code} ${placeOf(finding)}`).sort()
}

export function placeOf(place: AnyFinding | Origin): string {
  if ('address' in place && place.address !== undefined) return `${place.stack} ${place.address}`
  if ('object' in place && place.object !== undefined)
    return `${place.cloud} ${nameOfOrigin({ cloud: place.cloud, object: place.object })}`
  return 'file' in place ? place.file : ''
}

/** Answers under the names of the listings, as the reader of clouds has them. */
export function toldBy(answers: Readonly<Record<string, readonly unknown[]>>) {
  return new Map(listings.map(({ name }) => [name, answers[name] ?? []]))
}
