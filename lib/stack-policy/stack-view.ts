import type { CodeDefinition, DataPath, Text } from '../finding/finding.ts'
import { isRecord } from '../model/record.ts'

export interface ConfiguredStack {
  readonly name: string
  /** Terraform's JSON configuration. */
  readonly configuration: Readonly<Record<string, unknown>>
}

/** A stack as it is about to be written, with what is known of how it was made. */
export interface SynthesisedStack extends ConfiguredStack {
  /** Whether anything may come into its zone from the internet, or go there. */
  readonly facesInternet: boolean
  /** How many resources and data sources it was built from. */
  readonly parts: number
}

export interface PlacedPart {
  readonly kind: 'resource' | 'data'
  readonly type: string
  /** Its name in Terraform's address. */
  readonly name: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly path: DataPath
}

/** The resources and data sources of a stack in a row. */
export interface Placed {
  readonly placed: readonly PlacedPart[]
  /** By address: `[data.]<type>.<name>`. */
  readonly byAddress: ReadonlyMap<string, PlacedPart>
}

/** What is told of a stack by its configuration alone. */
export type PartsView = ConfiguredStack & Placed

/** What the checks look at. */
export type StackView = SynthesisedStack & Placed

/** One thing wrong in a stack; the path leads into its configuration. */
export interface Fault {
  readonly path: DataPath
  readonly message: Text
}

/** One check, one code. */
export interface StackCheck {
  readonly definition: CodeDefinition
  readonly faults: (stack: StackView) => Iterable<Fault>
}

export function viewOf<S extends ConfiguredStack>(stack: S): S & Placed {
  const placed = [...placedIn(stack.configuration, 'resource'), ...placedIn(stack.configuration, 'data')]
  return { ...stack, placed, byAddress: new Map(placed.map(part => [addressOf(part), part])) }
}

export function addressOf({ kind, type, name }: PlacedPart): string {
  return `${kind === 'data' ? 'data.' : ''}${type}.${name}`
}

function* placedIn(
  configuration: SynthesisedStack['configuration'],
  kind: PlacedPart['kind'],
): Generator<PlacedPart> {
  for (const [type, byName] of Object.entries(recordOf(configuration[kind]))) {
    for (const [name, attributes] of Object.entries(recordOf(byName))) {
      yield { kind, type, name, attributes: recordOf(attributes), path: [kind, type, name] }
    }
  }
}

/** The value when it is a record; an empty one otherwise. */
export function recordOf(value: unknown): Readonly<Record<string, unknown>> {
  return isRecord(value) ? value : {}
}

/** The parts of one type of resource. */
export function resourcesOfType(stack: PartsView, type: string): readonly PlacedPart[] {
  return stack.placed.filter(part => part.kind === 'resource' && part.type === type)
}
