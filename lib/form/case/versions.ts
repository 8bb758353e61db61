import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import type { SystemManifest } from '../../../generated/types/system.ts'
import { requestsServices } from '../../lifecycle/index.ts'
import { opensCase } from './span.ts'

/** A manifest as it is now, and as commits had it, the newest first. */
export interface Versions {
  readonly now: SystemManifest
  readonly earlier: readonly SystemManifest[]
}

/**
 * The manifest as it stood when an event was recorded: of a request for services, as it was decided on; otherwise as the
 * event was brought. Undefined where no version is known to be of that time.
 */
export function versionThen(
  profile: JurisdictionProfile,
  { now, earlier }: Versions,
  at: number,
): SystemManifest | undefined {
  const fits = (version: SystemManifest): boolean =>
    hasEvent(version, now, at) &&
    version.history.slice(at + 1).every(event => event.grants === undefined && !opensCase(profile, event))
  const event = now.history[at]
  if (event !== undefined && requestsServices(profile, event.event)) return [now, ...earlier].find(fits)
  return at === now.history.length - 1 ? now : earlier.findLast(version => hasEvent(version, now, at))
}

/** The newest version whose last request for services is this one: until the next, what is asked for stays as it is. */
export function versionAsking(
  profile: JurisdictionProfile,
  { now, earlier }: Versions,
  request: number,
): SystemManifest | undefined {
  return [now, ...earlier].find(
    version =>
      hasEvent(version, now, request) &&
      version.history.findLastIndex(({ event }) => requestsServices(profile, event)) === request,
  )
}

/** Histories only grow: an event that a version has stands where it stands now. */
function hasEvent(version: SystemManifest, now: SystemManifest, at: number): boolean {
  const [had, has] = [version.history[at], now.history[at]]
  return had !== undefined && has !== undefined && had.event === has.event && had.on === has.on
}
