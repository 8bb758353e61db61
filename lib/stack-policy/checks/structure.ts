import { isRecord } from '../../model/record.ts'
import { type AllowedType, allowedData, allowedResources } from '../allow-list.ts'
import { stackPolicyCodes } from '../codes.ts'
import { type Fault, type PlacedPart, recordOf, type StackCheck, type StackView } from '../stack-view.ts'

// `//` is a comment to Terraform.
const blocks: ReadonlySet<string> = new Set(['//', 'terraform', 'provider', 'resource', 'data'])
const settings: ReadonlySet<string> = new Set(['required_providers', 'backend'])

function* blockFaults({ configuration }: StackView): Generator<Fault> {
  for (const name of Object.keys(configuration)) {
    if (!blocks.has(name)) yield blockFault([name], name)
  }
  const { terraform } = configuration
  for (const name of typeof terraform === 'object' && terraform !== null ? Object.keys(terraform) : []) {
    if (!settings.has(name)) yield blockFault(['terraform', name], `terraform.${name}`)
  }
}

/** Terraform also takes a list of blocks or of bodies, and no check looks into one. */
function* listFaults({ configuration }: StackView): Generator<Fault> {
  for (const kind of ['resource', 'data'] as const) {
    const byType = configuration[kind]
    if (byType !== undefined && !isRecord(byType)) yield listFault([kind])
    for (const [type, byName] of Object.entries(recordOf(byType))) {
      if (!isRecord(byName)) yield listFault([kind, type])
      for (const [name, body] of Object.entries(recordOf(byName)))
        if (!isRecord(body)) yield listFault([kind, type, name])
    }
  }
}

function listFault(path: readonly string[]): Fault {
  const place = path.join('.')
  return { path, message: { zh: `${place} 必须是对象`, en: `${place} has to be an object` } }
}

function blockFault(path: readonly string[], name: string): Fault {
  return { path, message: { zh: `不允许的配置块 ${name}`, en: `the block ${name} is not allowed` } }
}

function allowedType({ kind, type }: PlacedPart): AllowedType | undefined {
  return (kind === 'resource' ? allowedResources : allowedData).get(type)
}

function* typeFaults(stack: StackView, kind: PlacedPart['kind']): Generator<Fault> {
  for (const part of stack.placed) {
    if (part.kind !== kind || allowedType(part) !== undefined) continue
    yield {
      path: part.path,
      message: {
        zh: `类型 ${part.type} 不在许可清单内`,
        en: `the type ${part.type} is not on the allow-list`,
      },
    }
  }
}

function* attributeFaults(stack: StackView): Generator<Fault> {
  for (const part of stack.placed) {
    const allowed = allowedType(part)?.attributes
    if (allowed === undefined) continue
    for (const [name, value] of Object.entries(part.attributes)) {
      if (allowed.has(name) && (name !== 'lifecycle' || isReplacementTrigger(value, stack))) continue
      yield {
        path: [...part.path, name],
        message: {
          zh: `${part.type} 不允许写 ${name}`,
          en: `${part.type} may not be given ${name}`,
        },
      }
    }
  }
}

/** The one thing that a lifecycle may say: that a note of the same stack decides when it is made anew. */
function isReplacementTrigger(value: unknown, { byAddress }: StackView): boolean {
  const { replace_triggered_by: triggers, ...others } = recordOf(value)
  return (
    Object.keys(others).length === 0 &&
    Array.isArray(triggers) &&
    triggers.every(trigger => byAddress.get(String(trigger))?.type === 'terraform_data')
  )
}

export const structureChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.blockNotAllowed, faults: blockFaults },
  { definition: stackPolicyCodes.blockNotAllowed, faults: listFaults },
  { definition: stackPolicyCodes.resourceNotAllowed, faults: stack => typeFaults(stack, 'resource') },
  { definition: stackPolicyCodes.dataNotAllowed, faults: stack => typeFaults(stack, 'data') },
  { definition: stackPolicyCodes.attributeNotAllowed, faults: attributeFaults },
]
