import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { baseSchema } from '../../lib/validate/base-schemas.ts'
import { isPlainObject, valueAt } from '../../lib/validate/json-schema.ts'
import { vocabularyNames } from '../../lib/vocabulary/index.ts'
import { packageRoot } from '../../scripts/workspace/package-root.ts'

const page = readFileSync(join(packageRoot, 'docs/regulation.zh.md'), 'utf8')
const composed = join(packageRoot, 'test/fixtures/composed')
const county = join(packageRoot, 'test/fixtures/county/catalogue/jurisdictions/shili.yaml')
const profiles = [...readdirSync(composed).map(place => join(composed, place, 'profile.yaml')), county].map(
  file => readFileSync(file, 'utf8'),
)

const keysAt = (schema: string, ...path: readonly (string | number)[]): readonly string[] => {
  const map = valueAt(baseSchema(schema), path)
  return isPlainObject(map) ? Object.keys(map) : []
}

const variants = valueAt(baseSchema('deadline'), ['properties', 'days', 'oneOf'])
const lengths = Array.isArray(variants)
  ? variants.flatMap(variant =>
      keysAt('deadline', 'properties', 'days', 'oneOf', variants.indexOf(variant), 'properties'),
    )
  : []

describe('the page on how a regulation is written', () => {
  it.each<readonly [string, readonly string[]]>([
    ['vocabulary', vocabularyNames],
    ['condition', keysAt('condition', 'properties')],
    ['length of a deadline', lengths],
    [
      'part of a group of payers',
      keysAt('jurisdiction', '$defs', 'billing', 'properties', 'payers', 'items', 'properties'),
    ],
    ['signal of the calendar', keysAt('signal', '$defs', 'calendarSignal', 'properties')],
    ['signal of utilisation', keysAt('signal', '$defs', 'utilisationSignal', 'properties')],
  ])('names every %s', (_kind, names) => {
    expect(names.length).toBeGreaterThan(5)
    expect(names.filter(name => !new RegExp(`\\b${name}\\b`).test(page))).toEqual([])
  })

  it('shows nothing that the composed examples do not walk through', () => {
    const blocks = [...page.matchAll(/```yaml\n([\s\S]*?)```/g)].flatMap(([, block = '']) =>
      block.split('\n'),
    )
    expect(blocks.length).toBeGreaterThan(20)
    const lines = new Set(profiles.flatMap(text => text.split('\n')))
    expect(blocks.filter(line => line !== '' && !lines.has(line))).toEqual([])
  })
})
