import type { Said } from '../../finding/finding.ts'
import type { Model } from '../../model/model.ts'
import { citationOf } from '../../term/index.ts'
import { empty } from '../words.ts'
import type { FlagKind, FoundFlag } from './flag.ts'

/** What the rules find that they did not find before: what they find by the way changes nothing of the decision. */
export const findings: FlagKind = {
  id: 'findings',
  *find({ after, findings: found }) {
    for (const one of found) yield* flagOf(after, one)
  },
}

export function* flagOf(
  { catalogue }: Model,
  { severity, message, code, article }: Said,
): Generator<FoundFlag> {
  if (severity === 'info') return
  const ground = article === undefined ? undefined : citationOf(catalogue, article)
  yield { severity, message, code, ground: ground ?? empty }
}
