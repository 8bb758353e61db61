import type { App, TerraformStack } from 'cdktf'
import type {
  PlanOfRecord,
  PlatformRecord,
  SystemRecord,
  UnitRecord,
  ZoneRecord,
} from '../lib/record/index.ts'
import { stackName } from './names.ts'
import { PlatformStack } from './platform-stack.ts'
import { SystemStack } from './system-stack.ts'
import { UnitStack } from './unit-stack.ts'

interface Kinds {
  readonly platform: PlatformRecord
  readonly unit: UnitRecord
  readonly system: SystemRecord
}

export type StackKind = keyof Kinds

/** All that one stack is made from. Plain data: it can be digested, and handed to another thread. */
export type StackJob = {
  readonly [Kind in StackKind]: {
    readonly kind: Kind
    readonly name: string
    readonly zone: ZoneRecord
    readonly record: Kinds[Kind]
    /** Names of the stacks that have to stand before this one can; never more than two levels. */
    readonly after: readonly string[]
  }
}[StackKind]

/** The stacks of a plan: of each zone the platform, then units, then systems. */
export function jobsOf(plan: PlanOfRecord): readonly StackJob[] {
  return plan.zones.flatMap(({ zone, platform, units, systems }) => [
    { kind: 'platform', name: stackName.platform(zone.id), zone, record: platform, after: [] } as const,
    ...units.map(record => unitJob(zone, record)),
    ...systems.map(record => systemJob(zone, record)),
  ])
}

function unitJob(zone: ZoneRecord, record: UnitRecord): StackJob {
  const name = stackName.unit(zone.id, record.jurisdiction, record.unit)
  return { kind: 'unit', name, zone, record, after: [] }
}

function systemJob(zone: ZoneRecord, record: SystemRecord): StackJob {
  const { jurisdiction, unit, system } = record
  return {
    kind: 'system',
    name: stackName.system(zone.id, jurisdiction, unit, system),
    zone,
    record,
    after: [stackName.platform(zone.id), stackName.unit(zone.id, jurisdiction, unit)],
  }
}

/** Builds a job's stack, directly under the app. */
export function stackOf(app: App, job: StackJob): TerraformStack {
  if (job.kind === 'platform') return new PlatformStack(app, job.zone, job.record)
  if (job.kind === 'unit') return new UnitStack(app, job.zone, job.record)
  return new SystemStack(app, job.zone, job.record)
}
