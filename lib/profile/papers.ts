import type { Paper } from '../../generated/types/system.ts'
import type { DataPath } from '../finding/finding.ts'
import type { Model, System, Unit } from '../model/model.ts'

/** A paper with the place where it is entered. */
export interface PlacedPaper {
  readonly owner: System | Unit
  readonly path: DataPath
  readonly paper: Paper
}

/** Every paper of units and systems: those of events, and those of no event. */
export function* papersOf({ units, systems }: Pick<Model, 'units' | 'systems'>): Generator<PlacedPaper> {
  for (const owner of [...units, ...systems]) {
    for (const [index, paper] of (owner.value.papers ?? []).entries())
      yield { owner, path: ['papers', index], paper }
  }
  for (const owner of systems) {
    for (const [at, { papers = [] }] of owner.value.history.entries()) {
      for (const [index, paper] of papers.entries())
        yield { owner, path: ['history', at, 'papers', index], paper }
    }
  }
}
