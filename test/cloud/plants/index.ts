import { identityPlants } from './identity.ts'
import { networkPlants } from './network.ts'
import { objectPlants } from './objects.ts'
import type { Plant } from './plant.ts'

export type { Plant, Planted, Victim } from './plant.ts'

/** Everything that a proof of what exists has to find. */
export const plants: readonly Plant[] = [...networkPlants, ...identityPlants, ...objectPlants]
