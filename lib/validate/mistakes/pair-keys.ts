import { closest } from '../../finding/closest.ts'
import type { DataPath } from '../../finding/finding.ts'
import { isPlainObject, type JsonSchema, valueAt } from '../json-schema.ts'
import { propertiesOf, resolved, schemaAt } from '../schema-at.ts'
import { type Meant, type Mistake, samePath } from './mistake.ts'

/**
 * Finds what each unknown key was meant to be. A required key that is missing only because it is misspelt, or stands on
 * another level, is not reported a second time.
 */
export function pairKeys(mistakes: readonly Mistake[], root: JsonSchema, document: unknown): Mistake[] {
  const paired = mistakes.map(mistake =>
    mistake.keyword === 'additionalProperties'
      ? { ...mistake, meant: meantBy(mistake, mistakes, root, document) }
      : mistake,
  )
  const found = paired.flatMap(({ meant }) => (meant === undefined ? [] : [meant]))
  return paired.filter(mistake => !isMissing(mistake) || !found.some(meant => isFor(meant, mistake)))
}

function isMissing({ keyword }: Mistake): boolean {
  return keyword === 'required' || keyword === 'dependentRequired'
}

function isFor(meant: Meant, missing: Mistake): boolean {
  return meant.key === missing.key && samePath(meant.parent, missing.path)
}

function meantBy(
  { key = '', path }: Mistake,
  mistakes: readonly Mistake[],
  root: JsonSchema,
  document: unknown,
): Meant | undefined {
  const elsewhere = levelAbove(key, path, root, document) ?? levelBelow(key, path, root, document)
  if (elsewhere !== undefined) return { key, parent: elsewhere }
  const missing = mistakes.flatMap(other =>
    isMissing(other) && samePath(other.path, path) && other.key !== undefined ? [other.key] : [],
  )
  const near = closest(key, missing) ?? closest(key, absentKeys(path, root, document))
  return near === undefined ? undefined : { key: near, parent: path }
}

/** Keys that may stand in the map at a path and do not. */
function absentKeys(path: DataPath, root: JsonSchema, document: unknown): readonly string[] {
  const present = valueAt(document, path)
  const known = Object.keys(propertiesOf(resolved(root, schemaAt(root, path))))
  return isPlainObject(present) ? known.filter(key => !Object.hasOwn(present, key)) : []
}

function levelAbove(key: string, path: DataPath, root: JsonSchema, document: unknown): DataPath | undefined {
  const depth = path.findLastIndex(step => typeof step === 'string')
  const parent = path.slice(0, depth)
  return depth >= 0 && absentKeys(parent, root, document).includes(key) ? parent : undefined
}

function levelBelow(key: string, path: DataPath, root: JsonSchema, document: unknown): DataPath | undefined {
  const members = Object.keys(propertiesOf(resolved(root, schemaAt(root, path))))
  const taking = members.filter(member => {
    const below = [...path, member]
    if (!Object.hasOwn(propertiesOf(resolved(root, schemaAt(root, below))), key)) return false
    const present = valueAt(document, below)
    return present === undefined || (isPlainObject(present) && !Object.hasOwn(present, key))
  })
  // With several places to go, none is a good guess.
  return taking.length === 1 ? [...path, ...taking] : undefined
}
