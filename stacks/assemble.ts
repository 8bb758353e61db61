import { TerraformElement, type TerraformStack } from 'cdktf'
import { isRecord } from '../lib/model/record.ts'

/** A stack as Terraform reads it, and how many parts went into it. */
export interface AssembledStack {
  readonly name: string
  readonly configuration: Readonly<Record<string, unknown>>
  /** Resources and data sources that the stack was built from; fewer in the configuration means that two became one. */
  readonly parts: number
}

/**
 * Joins what the stack's elements say of themselves. The library's own way resolves every value three times, for tokens
 * and for references between stacks; here neither exists (the check of the result makes sure), so once is enough.
 * Its comments (`//`: paths, versions) are left out, so that a stack changes when its content does; but for one that the
 * library's command line cannot do without, which says the same in every version.
 */
export function assemble(stack: TerraformStack): AssembledStack {
  const metadata = { stackName: stack.node.id, version: 'stable' }
  const configuration: Record<string, unknown> = { '//': { metadata } }
  let parts = 0
  for (const construct of stack.node.findAll()) {
    if (!TerraformElement.isTerraformElement(construct)) continue
    const fragment: unknown = construct.toTerraform()
    if (isRecord(fragment)) {
      if (fragment.resource !== undefined || fragment.data !== undefined) parts += 1
      merge(configuration, fragment)
    }
  }
  return { name: stack.node.id, configuration, parts }
}

/** Leaves out what is undefined, as JSON does, and the library's comments. */
function merge(into: Record<string, unknown>, from: Readonly<Record<string, unknown>>): void {
  for (const [key, value] of Object.entries(from)) {
    if (value === undefined || key === '//') continue
    if (!isRecord(value)) {
      into[key] = Array.isArray(value) ? value.map(plain) : value
      continue
    }
    const old = into[key]
    const target: Record<string, unknown> = isRecord(old) ? old : {}
    into[key] = target
    merge(target, value)
  }
}

function plain(value: unknown): unknown {
  if (!isRecord(value)) return value
  const copy: Record<string, unknown> = {}
  merge(copy, value)
  return copy
}
