import type { SystemManifest } from '../../generated/types/system.ts'

/** What a system's resources are for: to run, unless its manifest says otherwise. */
export function useOf({ use }: Pick<SystemManifest, 'use'>): string {
  return use ?? 'production'
}
