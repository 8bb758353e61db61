export { knownVersions, newestVersion } from './registry.ts'
export type { VersionStep } from './step.ts'
export { type Versions, versionsOf } from './versions.ts'
