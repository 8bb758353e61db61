import { heldBeliefs } from '../../isolation/held-beliefs.ts'
import { jurisdictionOf } from '../../model/address.ts'
import type { SystemChange } from '../change.ts'
import { groundIn } from '../grounds.ts'
import type { FlagKind } from './flag.ts'

/** Whoever is on the internet can reach what they could not. */
export const internet: FlagKind = {
  id: 'internet',
  *find(change) {
    for (const { kind, isFromInternet, message } of change.reach) {
      if (kind === 'new' && isFromInternet)
        yield { severity: 'warning', message, code: undefined, ground: groundOfOpenings(change) }
    }
  },
}

/** The article by which nothing is open that is not granted. */
function groundOfOpenings(change: SystemChange) {
  const { after, profile } = change
  const jurisdiction = jurisdictionOf(change)
  const held = heldBeliefs(after.catalogue).find(
    one => one.jurisdiction === jurisdiction && one.belief.kind === 'openings-granted',
  )
  const article = held?.belief.article
  return groundIn(profile, article === undefined ? undefined : { article })
}
