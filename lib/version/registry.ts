import type { VersionStep } from './step.ts'
import { versionsOf } from './versions.ts'

/** The form in which files are written, and which the schemas describe. */
export const newestVersion = 'tenantry/v1'

/**
 * One step a file, the oldest first, each from where the one before it ends; the last one ends at the newest. None is ever
 * taken away: a commit of any year has to be read. There has been one form only so far.
 */
const steps: readonly VersionStep[] = []

/** Every form that files may have. */
export const knownVersions = versionsOf(newestVersion, steps)
