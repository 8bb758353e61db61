import { computeReaders } from './compute.ts'
import { identityReaders } from './identity.ts'
import { networkReaders } from './network.ts'
import { portReaders } from './ports.ts'
import type { Readers } from './reader.ts'
import { sharingReaders } from './sharing.ts'

export type { Source } from './reader.ts'

/** By Terraform's type. Of what has no reader nothing is taken into the model; `understood.ts` says when that is too little. */
export const readers: Readers = {
  ...identityReaders,
  ...networkReaders,
  ...portReaders,
  ...sharingReaders,
  ...computeReaders,
}
