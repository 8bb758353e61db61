import type { PlatformZone } from '../../generated/types/platform.ts'
import type { AnyFinding, Text } from '../../lib/finding/finding.ts'
import type { Model } from '../../lib/model/model.ts'
import type { CloudEntry } from '../openstack/index.ts'
import type { EnginePlace } from '../terraform/engine.ts'
import type { RepositoryPlace } from '../workspace/repository.ts'
import type { RunnerPlace } from '../workspace/runner.ts'
import type { StatePlace } from '../workspace/state-home.ts'

/** What is as it should be, or was not looked at. */
export interface Remark {
  readonly state: 'ok' | 'skipped'
  readonly what: Text
}

/**
 * What one look at the machine gave; a finding for what is missing, or, as a warning, is not as it should be, with what to
 * do about it as its fix.
 */
export type Outcome = Remark | AnyFinding

export interface DoctorPlace extends RepositoryPlace, EnginePlace, RunnerPlace, StatePlace {
  /** Of the zones to look at; all without any. */
  readonly selectors: readonly string[]
}

export interface DoctorZone {
  readonly id: string
  readonly zone: PlatformZone
  /** Undefined where clouds.yaml gives none that can be used. */
  readonly entry: CloudEntry | undefined
  /** Whether it is another runner's: this one has the clouds of other zones, and nobody named this one. */
  readonly foreign: boolean
}

/** What the data repository says of the clouds. Without a sound one there is no model, and there are no zones. */
export interface Surveyed {
  readonly model: Model | undefined
  /** Those that are looked at. */
  readonly zones: readonly DoctorZone[]
}

/** One thing that the tool needs, one file. A check leaves nothing behind, and does not throw for what is missing. */
export interface Check {
  readonly name: string
  readonly run: (place: DoctorPlace, surveyed: Surveyed) => Promise<readonly Outcome[]>
}

export function ok(zh: string, en: string): Remark {
  return { state: 'ok', what: { zh, en } }
}
