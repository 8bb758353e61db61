import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'

/** The request that a system's history begins with; undefined where the profile knows none. */
export function firstRequest({
  lifecycle: { events, initial },
}: JurisdictionProfile): { readonly id: string; readonly name: string } | undefined {
  const found = Object.entries(events).find(
    ([, { requests, from }]) => requests === true && from.includes(initial),
  )
  return found && { id: found[0], name: found[1].name }
}
