import { Ajv2020 } from 'ajv/dist/2020.js'
import { outputSchemas } from '../lib/output/schemas.ts'

const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true, strict: true })
for (const schema of outputSchemas.values()) ajv.addSchema(schema)

/** What an answer for programs does not hold of the schema that it names; undefined where it is no JSON. */
export function departuresOf(stdout: string): readonly string[] | undefined {
  const answer = parsed(stdout)
  if (answer === undefined) return undefined
  const name = /^tenantry\/([a-z-]+)\/v\d+$/.exec(schemaNamed(answer))?.[1]
  const id = outputSchemas.get(name ?? '')?.$id
  const validate = typeof id === 'string' ? ajv.getSchema(id) : undefined
  if (validate === undefined) return [`the answer names no schema: ${stdout.slice(0, 200)}`]
  validate(answer)
  return (validate.errors ?? []).map(
    ({ instancePath, message, params }) => `${name}${instancePath} ${message} ${JSON.stringify(params)}`,
  )
}

function parsed(stdout: string): unknown {
  try {
    return JSON.parse(stdout)
  } catch {
    return undefined
  }
}

function schemaNamed(answer: unknown): string {
  if (typeof answer !== 'object' || answer === null || !('schema' in answer)) return ''
  return typeof answer.schema === 'string' ? answer.schema : ''
}
