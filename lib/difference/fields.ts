import { turnOf, unquotedTurnOf } from '../change/meaning/turn.ts'
import type { DataPath, Text } from '../finding/finding.ts'
import { isRecord } from '../model/record.ts'
import { sameData } from '../model/same-data.ts'
import { baseSchema } from '../validate/base-schemas.ts'
import { isOfAPerson } from '../validate/schema-at.ts'

/** A field of one document, and what it says on either side; undefined where it is not there. */
export interface FieldTurn {
  readonly path: DataPath
  readonly was: unknown
  readonly is: unknown
}

/** What is another of a field: of a map, field by field; a list is one field. */
export function turnsWithin({ path, was, is }: FieldTurn): readonly FieldTurn[] {
  if (sameData(was, is)) return []
  if (!isRecord(was) || !isRecord(is)) return [{ path, was, is }]
  const keys = [...new Set([...Object.keys(was), ...Object.keys(is)])]
  return keys.flatMap(key => turnsWithin({ path: [...path, key], was: was[key], is: is[key] }))
}

/**
 * `用途（purpose）由“内部管理”改为“政务服务”`. Who somebody is, and how to reach them, is read where it stands:
 * differences go into comments and logs.
 *
 * @param schema the name of the document's schema, such as `unit`
 * @param field how the field is called
 */
export function fieldWords(schema: string, field: Text, { path, was, is }: FieldTurn): Text {
  const said = isOfAPerson(baseSchema(schema), path) ? unquotedTurnOf : turnOf
  const turn = said({ was, is })
  return { zh: `${field.zh}${turn.zh}`, en: `${field.en} ${turn.en}` }
}
