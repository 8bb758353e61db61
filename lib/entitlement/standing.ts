import { resourcesOf } from '../lifecycle/index.ts'
import type { Surroundings, System } from '../model/model.ts'
import { profileOf } from './end-of-life.ts'
import { grantsOn } from './grants.ts'

/** A trial stands in the same project that the final approval makes formal (ZJ-9a, ZJ-10a). */
export type Standing = 'trial' | 'formal'

/** The zones in which a system has resources on the model's day, and how it stands in each. */
export function standingsOf(model: Surroundings, system: System): Readonly<Record<string, Standing>> {
  const profile = profileOf(model, system)
  const standing = profile === undefined ? 'none' : resourcesOf(profile, system.value, model.asOf)
  if (standing === 'none') return {}
  return Object.fromEntries([...grantsOn(system.value, model.asOf).keys()].map(zone => [zone, standing]))
}
