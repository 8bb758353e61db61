import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import type { JsonSchema } from './json-schema.ts'
import { addKeywords } from './keywords.ts'

/** Compiling takes tens of milliseconds and validating microseconds, so what is compiled is kept. */
const bySchema = new WeakMap<JsonSchema, ValidateFunction>()
const byText = new Map<string, ValidateFunction>()
const keptAtMost = 32

/** The compiled form of a bundled schema; equal schemas share one. */
export function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = bySchema.get(schema) ?? validatorOfText(schema)
  bySchema.set(schema, known)
  return known
}

function validatorOfText(schema: JsonSchema): ValidateFunction {
  const text = JSON.stringify(schema)
  const known = byText.get(text) ?? compile(schema)
  // Taken out first, so that a schema in use moves to the end, and what is dropped is the one unused for longest.
  byText.delete(text)
  for (const unused of byText.keys()) {
    if (byText.size < keptAtMost) break
    byText.delete(unused)
  }
  byText.set(text, known)
  return known
}

/**
 * Schemas are ours, so they may be compiled; the data is not. `allErrors` is safe because the reader limits how large a
 * document can be, and every text with a pattern has a greatest length.
 */
function compile(schema: JsonSchema): ValidateFunction {
  const ajv = new Ajv2020({ strict: true, allErrors: true, verbose: true, ownProperties: true })
  for (const format of ['date', 'email', 'uri'] as const) ajv.addFormat(format, fullFormats[format])
  addKeywords(ajv)
  return ajv.compile(schema)
}
