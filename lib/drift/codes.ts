import type { CodeDefinition } from '../finding/finding.ts'
import { driftKinds } from './kinds/index.ts'

/** TY66xx: how what stands has come to differ from what was applied. Codes are never used again for another meaning. */
export const driftCodes: readonly CodeDefinition[] = driftKinds
  .map(({ definition }) => definition)
  .toSorted((a, b) => (a.code < b.code ? -1 : 1))
