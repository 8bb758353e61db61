import type { Difference, DifferenceKind, Sides } from './difference.ts'
import { events } from './kinds/events.ts'
import { facts } from './kinds/facts.ts'
import { fees } from './kinds/fees.ts'
import { grants } from './kinds/grants.ts'
import { items } from './kinds/items.ts'
import { networks } from './kinds/networks.ts'
import { openings } from './kinds/openings.ts'
import { platform } from './kinds/platform.ts'
import { ratifications } from './kinds/ratifications.ts'
import { regulations } from './kinds/regulations.ts'
import { routines } from './kinds/routines.ts'
import { services } from './kinds/services.ts'
import { systems } from './kinds/systems.ts'
import { units } from './kinds/units.ts'
import { utilisation } from './kinds/utilisation.ts'

export type { Difference, DifferenceKind, Sides } from './difference.ts'

/** In the order in which somebody who has to decide wants to read them. */
export const differenceKinds: readonly DifferenceKind[] = [
  ratifications,
  systems,
  events,
  services,
  grants,
  fees,
  openings,
  networks,
  facts,
  units,
  items,
  regulations,
  routines,
  utilisation,
  platform,
]

export interface KindOfDifferences {
  readonly kind: DifferenceKind
  readonly differences: readonly Difference[]
}

/** What a repository says otherwise at one time than at another, by kind; kinds without any are left out. */
export function differencesBetween(sides: Sides): readonly KindOfDifferences[] {
  return differenceKinds.flatMap(kind => {
    const differences = [...kind.find(sides)]
    return differences.length === 0 ? [] : [{ kind, differences }]
  })
}
