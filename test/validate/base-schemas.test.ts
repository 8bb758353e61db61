import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { describe, expect, test } from 'vitest'
import { bundle } from '../../lib/validate/bundle.ts'
import { isPlainObject, type PlainObject } from '../../lib/validate/json-schema.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'
import { exampleSchemas } from './planted.ts'

const folder = join(packageRoot, 'lib/schema')
const files = readdirSync(folder)

/** The parts of a schema in which a pattern stands, by where they stand. */
function withPattern(value: unknown, at = ''): readonly (readonly [at: string, part: PlainObject])[] {
  if (Array.isArray(value)) return value.flatMap((member, index) => withPattern(member, `${at}/${index}`))
  if (!isPlainObject(value)) return []
  const below = Object.entries(value).flatMap(([key, member]) => withPattern(member, `${at}/${key}`))
  return typeof value.pattern === 'string' ? [[at, value], ...below] : below
}

function wordsOf(part: PlainObject): PlainObject {
  return isPlainObject(part['x-form']) ? part['x-form'] : {}
}

const patterns = files.flatMap(file => {
  const schema: unknown = JSON.parse(readFileSync(join(folder, file), 'utf8'))
  return withPattern(schema).map(([at, part]) => [`${file}${at}`, part] as const)
})

describe('a pattern of the schemas', () => {
  test('is not rare', () => {
    expect(patterns.length).toBeGreaterThan(20)
  })

  test.each(patterns)('%s says in Chinese and in English what it wants', (_, part) => {
    const { zh, en } = wordsOf(part)
    // The words follow “应” and “it must”, and an end of a sentence is added to them.
    expect(zh).toMatch(/^\p{Script=Han}.*[^。，；]$/u)
    expect(en).toMatch(/^(?:be|have|start) [^\p{Script=Han}]*[^.,;]$/u)
  })
})

describe('a composed schema', () => {
  test.each([...exampleSchemas])('%s tells editors of every pattern what it wants', (_, schema) => {
    const found = withPattern(schema)
    for (const [at, part] of found) expect(part.patternErrorMessage, at).toBe(wordsOf(part).zh)
    for (const [at, part] of found) expect(part.patternErrorMessage, at).toBeTypeOf('string')
  })
})

describe('the schema for schemas', () => {
  const ajv = new Ajv2020({ strict: true })

  test.each([
    ...exampleSchemas,
    ...files.map(file => [`${file} bundled`, bundle(file.replace('.schema.json', ''))] as const),
  ])('is kept by %s: compiling does not ask', (_, schema) => {
    expect(ajv.validateSchema(schema), JSON.stringify(ajv.errors)).toBe(true)
  })
})
