import { expect, test } from 'vitest'
import type { DataPath } from '../../lib/finding/finding.ts'
import { labelAt } from '../../lib/validate/schema-at.ts'
import { exampleSchemas } from './planted.ts'

const cases: readonly (readonly [schema: string, path: DataPath, label: string | undefined])[] = [
  ['system', ['metadata', 'id'], '标识'],
  ['system', ['purpose'], '用途'],
  ['system', ['zones', 'internet', 'network', 'ipv4'], undefined],
  ['unit', ['metadata', 'id'], '标识'],
  ['unit', ['metadata', 'jurisdiction'], undefined],
  ['service', ['category'], '类别'],
  ['service', ['items', 0, 'id'], undefined],
  ['service', ['items', 0, 'versions', 0, 'fee', 'price'], '费用标准'],
  ['jurisdiction', ['metadata', 'id'], '标识'],
  ['form', ['jurisdiction'], '地区'],
]

test.each(cases)(
  'in a %s file, %j is called %s: by its own description, never by that of a shared form',
  (schema, path, label) => {
    const root = exampleSchemas.get(`${schema}.schema.json`)
    if (root === undefined) throw new Error(`no schema is composed for ${schema}`)
    expect(labelAt(root, path)).toBe(label)
  },
)
