import type { AnyFinding, Text } from '../../lib/finding/finding.ts'
import type { EnginePlace } from '../terraform/engine.ts'
import type { RepositoryPlace } from '../workspace/repository.ts'
import type { RunnerPlace } from '../workspace/runner.ts'
import type { StatePlace } from '../workspace/state-home.ts'

/** What is as it should be, or was not looked at. */
export interface Remark {
  readonly state: 'ok' | 'skipped'
  readonly what: Text
}

/** What one look at the machine gave; a finding for what is missing, with what to do about it as its fix. */
export type Outcome = Remark | AnyFinding

export interface DoctorPlace extends RepositoryPlace, EnginePlace, RunnerPlace, StatePlace {
  /** Of the zones to look at; all without any. */
  readonly selectors: readonly string[]
}

/** One thing that the tool needs, one file. A check leaves nothing behind, and does not throw for what is missing. */
export interface Check {
  readonly name: string
  readonly run: (place: DoctorPlace) => Promise<readonly Outcome[]>
}

export function ok(zh: string, en: string): Remark {
  return { state: 'ok', what: { zh, en } }
}
