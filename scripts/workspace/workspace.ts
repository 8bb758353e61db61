import { type Workspace, workspaceIn } from './delivery-files.ts'
import { requireNoOldState } from './old-state.ts'
import { type StatePlace, stateHomeOf } from './state-home.ts'

/**
 * The files of delivery of a data repository.
 *
 * @throws Refusal as `stateHomeOf`, and while a state lies where older versions kept it.
 */
export function workspaceOf(place: StatePlace): Workspace {
  const home = stateHomeOf(place)
  requireNoOldState(place)
  return workspaceIn(home, place.root)
}
