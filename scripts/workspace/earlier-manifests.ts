import type { SystemManifest } from '../../generated/types/system.ts'
import type { System } from '../../lib/model/model.ts'
import { digestOf } from '../../lib/read/index.ts'
import { isShared, plainLooks } from '../../lib/repository/index.ts'
import { versionsOf } from '../git/versions.ts'
import type { LoadedRepository, RepositoryPlace } from './repository.ts'

export interface EarlierManifests {
  /** The newest first. One that today's schemas refuse is passed over. */
  readonly manifests: readonly SystemManifest[]
  /** Whether another clone may know of more. */
  readonly isPartial: boolean
}

/** A system's manifest as the commits of the repository had it. */
export function earlierManifests(
  place: RepositoryPlace,
  { sources, decisions: { answers } }: Pick<LoadedRepository, 'sources' | 'decisions'>,
  { document: { file } }: System,
): EarlierManifests {
  const { contents, isPartial } = versionsOf(place, file)
  if (contents.length === 0) return { manifests: [], isPartial }
  const { schemas } = plainLooks.catalogue({ files: sources.filter(isShared), findings: [] })
  const versions = contents.map(bytes => ({ file, kind: 'system' as const, bytes, digest: digestOf(bytes) }))
  const looked = plainLooks.systems(versions, { schemas, around: undefined, answers })
  return { manifests: looked.flatMap(({ system }) => system?.value ?? []), isPartial }
}
