import type { DataPath } from '../../finding/finding.ts'
import { stackPolicyCodes } from '../codes.ts'
import { isTemplate, referenceIn } from '../reference.ts'
import type { Fault, StackCheck, StackView } from '../stack-view.ts'

type PlacedText = readonly [text: string, path: DataPath]

/** Every text of the configuration that Terraform would evaluate, keys too, with the path of its value. */
function templatesIn({ configuration }: StackView): readonly PlacedText[] {
  const found: PlacedText[] = []
  collect(configuration, [], found)
  return found
}

/** Hardly any text of very many is a template: only for those is the path written down. */
function collect(value: unknown, path: (string | number)[], found: PlacedText[]): void {
  if (typeof value === 'string' && isTemplate(value)) found.push([value, [...path]])
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    path.push(Array.isArray(value) ? Number(key) : key)
    if (!Array.isArray(value) && isTemplate(key)) found.push([key, [...path]])
    collect(member, path, found)
    path.pop()
  }
}

function* templateFaults(stack: StackView): Generator<Fault> {
  for (const [text, path] of templatesIn(stack)) {
    if (referenceIn(text) !== undefined && isAttribute(path)) continue
    yield {
      path,
      message: {
        zh: '文本含有会被求值的 ${ 或 %{',
        en: 'the text holds ${ or %{, which Terraform evaluates',
      },
    }
  }
}

/** References belong into attributes; a provider or backend that depends on a resource is another thing. */
function isAttribute(path: DataPath): boolean {
  return (path[0] === 'resource' || path[0] === 'data') && path.length > 3
}

function* danglingFaults(stack: StackView): Generator<Fault> {
  for (const [text, path] of templatesIn(stack)) {
    const found = referenceIn(text)
    if (found === undefined || stack.byAddress.has(found.address)) continue
    yield {
      path,
      message: { zh: `本栈没有 ${found.address}`, en: `the stack holds no ${found.address}` },
    }
  }
}

export const referenceChecks: readonly StackCheck[] = [
  { definition: stackPolicyCodes.templateNotAllowed, faults: templateFaults },
  { definition: stackPolicyCodes.referenceUnknown, faults: danglingFaults },
]
