import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Model } from '../model/model.ts'
import { citedGround } from '../profile/decisions.ts'
import { routineName } from '../profile/routine-words.ts'
import { openRoutinesOf } from '../profile/routines.ts'
import { type Duty, dutiesOf } from './duty.ts'

/** What a jurisdiction still owes of its routines, the nearest first. */
export function routineDuties(model: Model, profile: JurisdictionProfile): readonly Duty[] {
  return openRoutinesOf(model, profile)
    .flatMap(run => {
      const words = { name: routineName(run), ground: citedGround(profile, run.routine) }
      return dutiesOf(profile, [run.deadline]).map(duty => ({ ...duty, ...words }))
    })
    .toSorted((a, b) => (a.due < b.due ? -1 : a.due > b.due ? 1 : 0))
}
