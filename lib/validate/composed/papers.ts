import type { JsonObject } from '../json-schema.ts'

/** Papers of kinds that editors offer. Others may stand: what a regulation asks for is the rules' to say. */
export function papersOffered(types: readonly string[]): JsonObject {
  const type = types.length === 0 ? {} : { examples: [...types] }
  return { type: 'array', items: { type: 'object', properties: { type } } }
}

/** The condition of what only holds in some jurisdictions: the schema is that of their ids. */
export function ofJurisdiction(ids: JsonObject): JsonObject {
  return {
    if: {
      type: 'object',
      required: ['metadata'],
      properties: {
        metadata: { type: 'object', required: ['jurisdiction'], properties: { jurisdiction: ids } },
      },
    },
  }
}
