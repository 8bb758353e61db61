import type { Drift } from '../../lib/drift/drift.ts'
import type { Seen } from '../../lib/drift/history.ts'
import type { DriftRun } from '../terraform/drift-run.ts'

/** A look at what has drifted, for programs. */
export function driftData({ drifts, unlooked, zones }: DriftRun, { firstSeen, ids, ended }: Seen) {
  return {
    zones,
    drifts: drifts.map(drift => ({ id: ids.get(drift), ...plain(drift), firstSeen: firstSeen.get(drift) })),
    ended,
    unlooked,
  }
}

function plain({ class: of, opens, moved, stacks, values, finding }: Drift) {
  return {
    class: of,
    opens,
    moved,
    stacks,
    values: values.map(({ path, wanted = null, recorded = null, found = null }) => ({
      path,
      wanted,
      recorded,
      found,
    })),
    finding,
  }
}
