import type { DriftClass } from '../drift.ts'
import type { DriftKind } from '../drift-kind.ts'
import { exposure } from './exposure.ts'
import { leaked } from './leaked.ts'
import { network } from './network.ts'
import { qos } from './qos.ts'
import { quota } from './quota.ts'
import { rbac } from './rbac.ts'
import { role } from './role.ts'
import { unmanaged } from './unmanaged.ts'
import { vanished } from './vanished.ts'
import { zone } from './zone.ts'

/** In the order of a report: what lets most in first. */
export const driftKinds = [
  exposure,
  rbac,
  role,
  qos,
  network,
  zone,
  quota,
  vanished,
  unmanaged,
  leaked,
] as const satisfies readonly DriftKind[]

export const driftClasses: readonly DriftClass[] = driftKinds.map(kind => kind.class)
