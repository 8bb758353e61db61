import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { type GrantEnd, pastGrantsOf, profileOf, standingsOf } from '../entitlement/index.ts'
import type { Finding } from '../finding/finding.ts'
import { stateOf, wayOut } from '../lifecycle/index.ts'
import { entryOf } from '../model/entry.ts'
import type { Model, System } from '../model/model.ts'
import { type Step, stepOf } from '../profile/system-status.ts'

/** What a repository proves of the end of a system in one zone. */
export type EndProof =
  /** Its history gave the zone up, with all that the regulation asks for. */
  | { readonly kind: 'ended'; readonly end: GrantEnd }
  /** It did, but something is wrong with the history. */
  | { readonly kind: 'faulty'; readonly end: GrantEnd; readonly faults: readonly Finding[] }
  /** Its grant holds. */
  | {
      readonly kind: 'granted'
      readonly profile: JurisdictionProfile
      readonly state: string
      /** The shortest way out. */
      readonly steps: readonly Step[]
    }
  /** Nothing is known: there is no manifest, or none that can be read, or it was never granted anything here. */
  | { readonly kind: 'unknown'; readonly reason: 'absent' | 'unreadable' | 'never-granted' }

/**
 * @param findings whatever is wrong with the repository
 * @param address `<jurisdiction>/<unit>/<system>`
 */
export function endProofOf(
  model: Model,
  findings: readonly Finding[],
  address: string,
  zone: string,
): EndProof {
  const system = model.systemByAddress.get(address)
  if (system === undefined) return unknown(mayBeLeftOut(model, address) ? 'unreadable' : 'absent')
  if (profileOf(model, system) === undefined) return unknown('unreadable')
  const end = entryOf(pastGrantsOf(model, system), zone)
  if (Object.hasOwn(standingsOf(model, system), zone) || end === null) return granted(model, system)
  if (end === undefined) return unknown('never-granted')
  const faults = findings.filter(
    ({ severity, file, path }) =>
      severity === 'error' && file === system.document.file && path[0] === 'history',
  )
  return faults.length === 0 ? { kind: 'ended', end } : { kind: 'faulty', end, faults }
}

function unknown(reason: Extract<EndProof, { kind: 'unknown' }>['reason']): EndProof {
  return { kind: 'unknown', reason }
}

/** A system's file may have any name in its unit's folder. */
function mayBeLeftOut({ leftOut }: Model, address: string): boolean {
  const folder = `tenants/${address.slice(0, address.lastIndexOf('/'))}/`
  return leftOut?.values().some(left => left.startsWith(folder) || folder.startsWith(`${left}/`)) === true
}

function granted(model: Model, system: System): EndProof {
  const profile = profileOf(model, system)
  if (profile === undefined) return unknown('unreadable')
  const { state } = stateOf(profile, system.value.history, model.asOf)
  const steps = (wayOut(profile, state) ?? []).map(id => stepOf(model, profile, system, id))
  return { kind: 'granted', profile, state: entryOf(profile.lifecycle.states, state)?.name ?? state, steps }
}
