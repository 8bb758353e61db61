import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'

/** The roles that make requests; who may open an emergency first asks for nothing. */
export function askersIn({ lifecycle }: JurisdictionProfile): ReadonlySet<string> {
  return new Set(
    Object.values(lifecycle.events).flatMap(({ actor, requests, approval }) =>
      requests === true && approval === undefined && actor !== undefined ? [actor] : [],
    ),
  )
}

/** The states to which others than those who ask bring a system by themselves; the one in which it is among them. */
export function reachedWithoutAsking(profile: JurisdictionProfile, state: string): ReadonlySet<string> {
  const asking = askersIn(profile)
  const steps = Object.values(profile.lifecycle.events).filter(
    ({ actor, approval }) => approval === undefined && (actor === undefined || !asking.has(actor)),
  )
  const reached = new Set([state])
  // A set that grows while it is gone through is gone through to its end.
  for (const from of reached)
    for (const { from: starts, to } of steps) if (to !== undefined && starts.includes(from)) reached.add(to)
  return reached
}
