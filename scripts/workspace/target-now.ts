import type { Target } from '../../lib/allocate/index.ts'
import { originOf } from '../git/history.ts'
import { type CommittedPlace, modelAt } from './model-at.ts'
import type { LoadedRepository } from './repository.ts'

/**
 * Where a branch began, and its target by now. Undefined where the target's catalogue cannot be understood.
 *
 * @throws Refusal where git cannot say what the branch is compared with.
 */
export function targetNow(place: CommittedPlace, target: string, now: LoadedRepository): Target | undefined {
  const { base, tip } = originOf(place, target)
  const { model } = modelAt(place, tip, now)
  return model && { before: modelAt(place, base, now).model, now: model }
}
