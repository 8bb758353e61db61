import type { Text } from '../finding/finding.ts'
import type { Model, Sourced } from '../model/model.ts'
import { departed, type Part } from './departed.ts'
import type { Difference, Sides } from './difference.ts'
import { onlyIn } from './pairs.ts'

/** Parts of the catalogue, or units, of which there are many. */
export interface ManyParts<T extends Sourced<unknown>> extends Part {
  readonly within: (model: Model) => ReadonlyMap<string, T>
  readonly name: (part: T) => Text
  /** What is compared, field by field. */
  readonly content: (part: T) => unknown
}

/** Those that only one side has, by their names, and what the others mean otherwise. */
export function* partDifferences<T extends Sourced<unknown>>(
  parts: ManyParts<T>,
  sides: Sides,
): Generator<Difference> {
  const { within, name, content } = parts
  const [had, has] = [within(sides.before), within(sides.after)]
  for (const [subject, part] of onlyIn(has, had)) {
    const { zh, en } = name(part)
    yield { subject, message: { zh: `新增：${zh}`, en: `new: ${en}` } }
  }
  for (const [subject, part] of onlyIn(had, has)) {
    const { zh, en } = name(part)
    yield { subject, message: { zh: `已删除：${zh}`, en: `gone: ${en}` } }
  }
  for (const [subject, before] of had) {
    const after = has.get(subject)
    if (after === undefined || after.document.digest === before.document.digest) continue
    yield* departed(subject, parts, [content(before), content(after)], sides)
  }
}
