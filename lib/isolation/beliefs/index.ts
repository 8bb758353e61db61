import type { Belief } from '../../../generated/types/platform.ts'
import { addressesGranted } from './addresses-granted.ts'
import type { BeliefKind } from './belief.ts'
import { credentialsBounded } from './credentials-bounded.ts'
import { networksUnshared } from './networks-unshared.ts'
import { openingsGranted } from './openings-granted.ts'
import { poolsDedicated } from './pools-dedicated.ts'
import { portsGuarded } from './ports-guarded.ts'
import { projectsGranted } from './projects-granted.ts'
import { rolesGranted } from './roles-granted.ts'
import { routesAbsent } from './routes-absent.ts'
import { uplinksGranted } from './uplinks-granted.ts'
import { zonesApart } from './zones-apart.ts'

export type { BeliefKind, Breach, World } from './belief.ts'

/** Every kind that the catalogue may name. */
export const beliefKinds: Readonly<Record<Belief['kind'], BeliefKind>> = {
  'addresses-granted': addressesGranted,
  'credentials-bounded': credentialsBounded,
  'networks-unshared': networksUnshared,
  'openings-granted': openingsGranted,
  'pools-dedicated': poolsDedicated,
  'ports-guarded': portsGuarded,
  'projects-granted': projectsGranted,
  'roles-granted': rolesGranted,
  'routes-absent': routesAbsent,
  'uplinks-granted': uplinksGranted,
  'zones-apart': zonesApart,
}
