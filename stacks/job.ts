import type { App, TerraformStack } from 'cdktf'
import type {
  DesiredPlatform,
  DesiredSystem,
  DesiredUnit,
  DesiredZone,
  Outline,
  SystemOutline,
} from '../lib/desired-state/index.ts'
import { stackName } from './names.ts'
import { PlatformStack } from './platform-stack.ts'
import { SystemStack } from './system-stack.ts'
import { UnitStack } from './unit-stack.ts'

interface Kinds {
  readonly platform: DesiredPlatform
  readonly unit: DesiredUnit
  readonly system: DesiredSystem
}

export type StackKind = keyof Kinds

/** All that one stack is made from. */
export type StackJob = {
  readonly [Kind in StackKind]: {
    readonly kind: Kind
    readonly name: string
    readonly zone: DesiredZone
    /** `<jurisdiction>/<unit>` or `<jurisdiction>/<unit>/<system>`; the platform has none. */
    readonly address?: string
    /** Plain data: it can be digested, and handed to another thread. A system's is worked out whenever it is asked for. */
    readonly record: Kinds[Kind]
    /** Names of the stacks that have to stand before this one can; never more than two levels. */
    readonly after: readonly string[]
  }
}[StackKind]

/** The stacks of a repository: of each zone the platform, then units, then systems. */
export function jobsOf({ zones }: Outline): readonly StackJob[] {
  return zones.flatMap(({ zone, platform, units, systems }) => [
    { kind: 'platform', name: stackName.platform(zone.id), zone, record: platform, after: [] } as const,
    ...units.map(record => unitJob(zone, record)),
    ...systems.map(outline => systemJob(zone, outline)),
  ])
}

function unitJob(zone: DesiredZone, record: DesiredUnit): StackJob {
  const { address, jurisdiction, unit } = record
  return { kind: 'unit', name: stackName.unit(zone.id, jurisdiction, unit), zone, address, record, after: [] }
}

function systemJob(zone: DesiredZone, { address, record }: SystemOutline): StackJob {
  const [jurisdiction = '', unit = '', system = ''] = address.split('/')
  return {
    kind: 'system',
    name: stackName.system(zone.id, jurisdiction, unit, system),
    zone,
    address,
    get record() {
      return record()
    },
    after: [stackName.platform(zone.id), stackName.unit(zone.id, jurisdiction, unit)],
  }
}

/** A job whose record is worked out once and for all. */
export function fixedJob(job: StackJob): StackJob {
  return { ...job }
}

/** Builds a job's stack, directly under the app. */
export function stackOf(app: App, job: StackJob): TerraformStack {
  if (job.kind === 'platform') return new PlatformStack(app, job.zone, job.record)
  if (job.kind === 'unit') return new UnitStack(app, job.zone, job.record)
  return new SystemStack(app, job.zone, job.record)
}
