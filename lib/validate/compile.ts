import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'
import { fullFormats } from 'ajv-formats/dist/formats.js'
import { isWrittenDay } from '../clock/index.ts'
import { recent } from '../model/recent.ts'
import type { JsonSchema } from './json-schema.ts'
import { addKeywords } from './keywords.ts'

/** Compiling takes tens of milliseconds and validating microseconds, so what is compiled is kept. */
const bySchema = new WeakMap<JsonSchema, ValidateFunction>()
const byText = recent<ValidateFunction>(32)

/** The compiled form of a bundled schema; equal schemas share one. */
export function validatorOf(schema: JsonSchema): ValidateFunction {
  const known = bySchema.get(schema) ?? byText(JSON.stringify(schema), () => compile(schema))
  bySchema.set(schema, known)
  return known
}

/**
 * Schemas are ours, so they may be compiled; the data is not. `allErrors` is safe because the reader limits how large a
 * document can be, and every text with a pattern has a greatest length. That schemas fit the one for schemas is a test's to
 * say, and code that is used a few times is not worth the second pass over it: both take most of the time of compiling.
 */
function compile(schema: JsonSchema): ValidateFunction {
  const ajv = new Ajv2020({
    strict: true,
    allErrors: true,
    verbose: true,
    ownProperties: true,
    meta: false,
    validateSchema: false,
    code: { optimize: false },
  })
  for (const format of ['email', 'uri'] as const) ajv.addFormat(format, fullFormats[format])
  ajv.addFormat('date', isWrittenDay)
  addKeywords(ajv)
  return ajv.compile(schema)
}
