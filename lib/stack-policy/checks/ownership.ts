import { entryOf } from '../../resource-types/index.ts'
import { stackPolicyCodes } from '../codes.ts'
import { identified } from '../reference.ts'
import type { Fault, PlacedPart, StackCheck, StackView } from '../stack-view.ts'

const projectType = 'openstack_identity_project_v3'

function* ownerFaults(stack: StackView): Generator<Fault> {
  for (const part of stack.placed) {
    const owner = ownerAttribute(part)
    if (owner === undefined || isProject(stack, part.attributes[owner])) continue
    yield {
      path: [...part.path, owner],
      message: {
        zh: `${part.type} 的 ${owner} 不是对本栈所建或所查项目的引用`,
        en: `${owner} of ${part.type} is no reference to a project that the stack makes or looks up`,
      },
    }
  }
}

function ownerAttribute({ kind, type, attributes }: PlacedPart): string | undefined {
  const entry = entryOf(type, attributes)
  return (kind === 'resource' ? entry?.written : entry?.lookedUp)?.owner
}

function isProject(stack: StackView, value: unknown): boolean {
  return identified(stack, value)?.type === projectType
}

export const ownershipChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.ownerMissing, faults: ownerFaults },
]
