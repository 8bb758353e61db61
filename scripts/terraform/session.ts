import type { StackResult } from '../../lib/deliver/run.ts'
import type { DeliveryStack } from '../../lib/deliver/stack.ts'
import type { ShrinkSinceGrant } from '../../lib/desired-state/index.ts'
import type { Text } from '../../lib/finding/finding.ts'
import type { CloudEntry } from '../openstack/index.ts'
import type { StackFiles, Workspace } from '../workspace/delivery-files.ts'
import type { RepositoryPlace } from '../workspace/repository.ts'
import type { RunnerPlace } from '../workspace/runner.ts'
import type { StatePlace } from '../workspace/state-home.ts'
import type { Engine, EnginePlace } from './engine.ts'
import { engineEnvironment } from './environment.ts'
import type { Gate } from './gate.ts'
import type { Command } from './process.ts'

/** Who looks on while stacks run. */
export interface Progress {
  readonly began: (stack: DeliveryStack) => void
  /** How many resources of a stack are done, and which one was the last. */
  readonly advanced: (stack: DeliveryStack, done: number, address: string) => void
  /** What a stack waits for from now on. */
  readonly waits: (stack: DeliveryStack, on: Text) => void
  readonly ended: (stack: DeliveryStack, result: StackResult) => void
  readonly close: () => Promise<void>
}

/** What a run is told of the machine, and who looks on. */
export interface Surroundings extends RepositoryPlace, EnginePlace, StatePlace, RunnerPlace {
  /** Asked for once the run begins: aborted when it shall stop in order. */
  readonly signal: () => AbortSignal
  readonly observe: (stacks: readonly DeliveryStack[]) => Promise<Progress>
  /** Does what may take its time, and lets whoever looks on know what it is. */
  readonly waiting: <T>(on: Text, work: () => Promise<T>) => Promise<T>
}

/** What it takes to reach the stacks and their clouds. */
export interface Access {
  readonly engine: Engine
  /** Where terraform works: the state home, or the room of a plan, which has copies of what lies there. */
  readonly workspace: Workspace
  /** The state home: what is known of the stacks, and what runs were. */
  readonly home: Workspace
  /** Zones whose states lie in the state home. */
  readonly localZones: ReadonlySet<string>
  readonly environment: Readonly<Record<string, string | undefined>>
  /** The text of the lock file of providers that holds, where one was reviewed. */
  readonly reviewedLock: string | undefined
  /** Lock files of providers that this run has made, by what they are for. */
  readonly providerLocks: Map<string, string>
  /** What of the grant of a system, whose address is given, the catalogue delivers less of than on its day. */
  readonly shrinkOf: (address: string, zone: string) => ShrinkSinceGrant | undefined
  /** Why a stack must not be applied as it was planned, by the plan alone. */
  readonly gate: Gate
  /** Of a zone; it has been found to work. */
  readonly cloudOf: (zone: string) => CloudEntry
  /** Aborted when the run shall stop in order. */
  readonly signal: AbortSignal
}

/** What every stack of a run has in common. */
export interface Session extends Access {
  readonly progress: Progress
  /** Whether to take up what stands in the cloud under our names and in no state. */
  readonly adopts: boolean
}

/** A call of terraform in a stack's directory. */
export function commandFor(
  session: Access,
  stack: DeliveryStack,
  files: StackFiles,
  args: readonly string[],
): Command {
  return {
    program: session.engine.program,
    arguments: args,
    cwd: files.directory,
    environment: {
      ...engineEnvironment(session.environment, session.cloudOf(stack.zone)),
      TF_DATA_DIR: files.data,
    },
  }
}
