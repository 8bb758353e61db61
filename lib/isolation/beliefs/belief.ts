import type { CodeDefinition, Text } from '../../finding/finding.ts'
import type { Given } from '../grant.ts'
import type { IsolationModel, Origin } from '../model.ts'
import type { Reachability } from '../reachability.ts'
import type { Packet } from '../traffic-set.ts'

/** What is, and what should be. */
export interface World {
  readonly model: IsolationModel
  readonly given: Given
  readonly reachability: Reachability
}

/** One thing that breaks a belief. */
export interface Breach {
  /** The projects that it concerns, by their ids. */
  readonly projects: readonly string[]
  readonly origin: Origin
  readonly message: Text
  /** A packet that passes and should not. */
  readonly packet?: Packet
  /** What else lets it pass. */
  readonly others?: readonly Origin[]
}

/** One kind of belief, one file. Which beliefs hold where, and by which article, is said in the catalogue. */
export interface BeliefKind {
  /** What it says, in a few words. */
  readonly name: Text
  /** Of its breaches. */
  readonly definition: CodeDefinition
  /** Why it holds where it does. */
  readonly reason: Text
  /** The projects that it says something of, by their ids; of none, it is true of nothing. */
  readonly subjects: (world: World) => Iterable<string>
  readonly breaches: (world: World) => Iterable<Breach>
}

/** The projects of all systems that are there. */
export function* systemsIn({ model, given }: World): Generator<string> {
  for (const { id } of model.projects) if (given.projects.has(id)) yield id
}

/** A project for people: by its stack, else by its name; one that nobody lists has nothing but the id of its cloud. */
export function nameOfProject({ model, given }: World, project: string): string {
  const listed = model.projects.find(({ id }) => id === project)
  return given.projects.get(project)?.stack ?? listed?.name ?? project
}

/**
 * Whether a project is a system's or a zone's. Clouds have others, and what these do among themselves is their own affair;
 * what names no project is of whoever applies the stack.
 */
export function isOurs({ given }: World, project: string): boolean {
  return (
    project === '' || given.projects.has(project) || given.zones.some(({ platform }) => platform === project)
  )
}
