import { describe, expect, it } from 'vitest'
import { type DocumentKind, digestOf, parseFile } from '../../lib/read/index.ts'
import { baseSchema } from '../../lib/validate/base-schemas.ts'
import { knownVersions, newestVersion, versionsOf } from '../../lib/version/index.ts'
import { inOldForm, withOldForm } from './old-form.ts'

function read(text: string, versions = withOldForm, kind: DocumentKind = 'system') {
  const bytes = Buffer.from(text)
  return parseFile({ file: 'a.yaml', kind, bytes, digest: digestOf(bytes) }, versions)
}

const written = `apiVersion: tenantry/v1
kind: System
mlps: { level: 3 }
zones:
  internet:
    services:
      - { item: ecs, quantity: 2 } # 两台
`
const old = inOldForm(written)

describe('a file of an older form', () => {
  it('says what it would say in the newest', () => {
    expect(old).not.toContain('quantity')
    expect(read(old).document?.value).toEqual(read(written).document?.value)
  })

  it('goes through every step from its own on', () => {
    const { document } = read(old.replace('tenantry/v0', 'tenantry/v-1'))
    expect(document?.value).toEqual(read(written).document?.value)
  })

  it.each([
    ['a value', ['zones', 'internet', 'services', 0, 'quantity'], 'value', [7, 30]],
    ['a key that was called otherwise', ['zones', 'internet', 'services', 0, 'quantity'], 'key', [7, 22]],
    ['a part that stood elsewhere', ['mlps', 'level'], 'value', [3, 13]],
    ['a part that was not written, by what it would stand in', ['mlps'], 'value', [1, 1]],
    ['the form itself', ['apiVersion'], 'value', [1, 13]],
  ] as const)('has %s where the file has it', (_, path, part, [line, column]) => {
    const { range } = read(old).document?.at(path, part) ?? {}
    expect(range?.start).toEqual({ line, column })
  })

  it('says nothing to readers that do not know its form', () => {
    const { document } = read(old, knownVersions)
    expect(document?.value).toMatchObject({ apiVersion: 'tenantry/v0', protection: 3 })
  })

  it('is what its own faults say, at their places', () => {
    const { findings } = read(old.replace('amount: 2', 'amount: 2, amount: 3'))
    expect(findings.map(({ code, range }) => [code, range.start.line, range.start.column])).toEqual([
      ['TY1311', 7, 33],
    ])
  })
})

describe('a file of a newer form', () => {
  it.each(['tenantry/v2', '"tenantry/v10"', 'tenantry/v999999'])('is not read: %s', version => {
    const { document, findings } = read(written.replace('tenantry/v1', version), knownVersions)
    expect(document).toBeUndefined()
    expect(findings).toMatchObject([
      {
        code: 'TY1329',
        path: ['apiVersion'],
        range: { start: { line: 1, column: 13 }, end: { line: 1, column: 13 + version.length } },
      },
    ])
  })

  it.each([
    'tenantry/v1',
    'tenantry/v0',
    'tenantry/2',
    'tenantry/v1.5',
    'x-tenantry/v2',
    'tenantry/v2000000',
    '2',
  ])('is none that says %s, which its schema judges', version => {
    expect(read(written.replace('tenantry/v1', version), knownVersions).findings).toEqual([])
  })
})

describe('the forms that are known', () => {
  const kinds = [
    'system',
    'unit',
    'platform',
    'service',
    'prices',
    'jurisdiction',
    'form',
    'calendar',
    'owners',
  ]

  it.each([...kinds, 'people', 'ratification', 'routines', 'units', 'utilisation', 'runner'])(
    'end at the one that the schema of %s describes',
    kind => {
      expect(baseSchema(kind)).toMatchObject({
        properties: { apiVersion: { const: newestVersion } },
      })
      expect(knownVersions.newest).toBe(newestVersion)
    },
  )

  it('begin with the first alone: nothing is older than it', () => {
    expect(knownVersions.ageOf({ apiVersion: 'tenantry/v1' })).toBeUndefined()
    expect(versionsOf('tenantry/v2', []).ageOf({ apiVersion: 'tenantry/v1' })).toBeUndefined()
    expect(knownVersions.ageOf('tenantry/v2')).toBeUndefined()
  })
})
