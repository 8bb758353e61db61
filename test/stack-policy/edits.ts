// Sound stacks as the tool makes them, and tables of small edits to them.
import { App } from 'cdktf'
import type { PlatformZone } from '../../generated/types/platform.ts'
import type { DataPath } from '../../lib/finding/finding.ts'
import { proveStack, type SynthesisedStack } from '../../lib/stack-policy/index.ts'
import { type PlacedPart, viewOf } from '../../lib/stack-policy/stack-view.ts'
import { assemble } from '../../stacks/assemble.ts'
import { type StackJob, stackOf } from '../../stacks/job.ts'
import { examplePlan, jobsIn } from '../stacks/plan.ts'

export const system = 'system_internet_xs_rsj_shebao'
export const extranet = 'system_extranet_xs_rsj_shebao'
export const platform = 'platform_internet'
export const unit = 'unit_internet_xs_rsj'

/** The project that a system's stack makes. */
export const project = '${openstack_identity_project_v3.project.id}'

/** A stack with something changed, and all that is found in it then. */
export interface Case {
  readonly title: string
  /** @default - a system's, in the internet zone. */
  readonly stack?: string
  /**
   * New values by place: keys with `/` between them, indexes in brackets. `undefined` takes out what is there. More and
   * fewer resources count as built, so that each table sees its own findings.
   */
  readonly edits: Readonly<Record<string, unknown>>
  /** `<code> <place>` of every finding; empty where the stack stays sound. */
  readonly finds: readonly string[]
}

export const apis = ['compute', 'block-storage', 'network', 'load-balancer', 'dns', 'object-storage'] as const

/** All stacks of an example that has one of everything. */
export function soundStacks(overrides: Partial<PlatformZone> = {}): readonly SynthesisedStack[] {
  return jobsIn(examplePlan({ apis: [...apis], ...overrides })).map(built)
}

function built(job: StackJob): SynthesisedStack {
  return { ...assemble(stackOf(new App(), job)), facesInternet: job.zone.facesInternet }
}

const sound: ReadonlyMap<string, SynthesisedStack> = new Map(soundStacks().map(stack => [stack.name, stack]))

export function soundStack(name: string): SynthesisedStack {
  const stack = sound.get(name)
  if (stack === undefined) throw new Error(`no stack ${name}: ${[...sound.keys()]}`)
  return stack
}

/** The resources and data sources of a stack. */
export function placedIn(stack: SynthesisedStack): readonly PlacedPart[] {
  return viewOf(stack).placed
}

/** @throws when the edits change nothing, so that no case is about another stack than it says. */
export function edited({ stack = system, edits }: Pick<Case, 'stack' | 'edits'>): SynthesisedStack {
  const before = soundStack(stack)
  const configuration = structuredClone(before.configuration)
  for (const [place, value] of Object.entries(edits)) edit(configuration, pathOf(place), value)
  if (JSON.stringify(configuration) === JSON.stringify(before.configuration))
    throw new Error('the edits change nothing')
  const after = { ...before, configuration }
  return { ...after, parts: before.parts + placedIn(after).length - placedIn(before).length }
}

export function findsIn(stack: SynthesisedStack): readonly string[] {
  return proveStack(stack)
    .map(({ code, path }) => `${code} ${placeOf(path)}`.trimEnd())
    .sort()
}

function edit(root: object, path: DataPath, value: unknown): void {
  const last = path.at(-1) ?? ''
  const holder = path.slice(0, -1).reduce<object>((node, key) => {
    if (!Object.hasOwn(node, key)) Reflect.set(node, key, {})
    return Object(Reflect.get(node, key))
  }, root)
  if (value !== undefined) Reflect.set(holder, last, value)
  else if (!Object.hasOwn(holder, last) || !Reflect.deleteProperty(holder, last))
    throw new Error(`nothing to take out at ${path.join('/')}`)
}

function pathOf(place: string): DataPath {
  return place.split('/').map(key => (/^\[\d+\]$/.test(key) ? Number(key.slice(1, -1)) : key))
}

function placeOf(path: DataPath): string {
  return path.map(key => (typeof key === 'number' ? `[${key}]` : key)).join('/')
}
