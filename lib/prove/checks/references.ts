import type { DataPath } from '../../finding/finding.ts'
import { proveCodes } from '../codes.ts'
import { isTemplate, referenceIn } from '../reference.ts'
import type { Fault, StackCheck, StackView } from '../stack-view.ts'

/** Every text of the configuration, keys too, with the path of its value. */
function* textsIn(value: unknown, path: DataPath): Generator<readonly [string, DataPath]> {
  if (typeof value === 'string') yield [value, path]
  if (typeof value !== 'object' || value === null) return
  for (const [key, member] of Object.entries(value)) {
    const inner = [...path, Array.isArray(value) ? Number(key) : key]
    if (!Array.isArray(value) && isTemplate(key)) yield [key, inner]
    yield* textsIn(member, inner)
  }
}

function* templateFaults({ configuration }: StackView): Generator<Fault> {
  for (const [text, path] of textsIn(configuration, [])) {
    if (!isTemplate(text) || (referenceIn(text) !== undefined && isAttribute(path))) continue
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
  for (const [text, path] of textsIn(stack.configuration, [])) {
    const found = referenceIn(text)
    if (found === undefined || stack.byAddress.has(found.address)) continue
    yield {
      path,
      message: { zh: `本栈没有 ${found.address}`, en: `the stack holds no ${found.address}` },
    }
  }
}

export const referenceChecks: readonly StackCheck[] = [
  { definition: proveCodes.templateNotAllowed, faults: templateFaults },
  { definition: proveCodes.referenceUnknown, faults: danglingFaults },
]
