import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { Ajv } from 'ajv'
import formats from 'ajv-formats'
import { describe, expect, test } from 'vitest'
import type { AnyFinding, CloudPlace, CodeDefinition, Finding } from '../../../lib/finding/finding.ts'
import { sarif } from '../../../lib/finding/printers/sarif.ts'
import { findingsElsewhere, sampleFinding, sampleRelated, sampleReport } from './report.ts'

const schemaFile = createRequire(import.meta.url).resolve(
  '@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json',
)
const ajv = new Ajv({ strict: false, allErrors: true, unicodeRegExp: false })
formats.default(ajv)
// The schema is of draft 4, of which it uses nothing that later drafts read otherwise, but its own two marks.
const { $schema: _draft, id: _id, ...schema } = JSON.parse(readFileSync(schemaFile, 'utf8'))
const valid = ajv.compile(schema)

const definition: CodeDefinition = {
  code: 'TY2003',
  severity: 'error',
  title: { zh: '未知字段', en: 'unknown key' },
  why: { zh: '理由', en: 'reason' },
  articles: ['XS-15.2'],
}

const sampleElsewhere: Finding<CloudPlace> = {
  code: 'TY6001',
  severity: 'error',
  message: { zh: '不可用', en: 'not to be used' },
  cloud: 'internet',
  related: [],
}

function logOf(findings: readonly AnyFinding[], parts: Parameters<typeof sampleReport>[1] = {}) {
  const log = JSON.parse(
    sarif.print(sampleReport(findings, { definitions: new Map([['TY2003', definition]]), ...parts })),
  )
  expect(valid(log), JSON.stringify(valid.errors?.slice(0, 3))).toBe(true)
  return log
}

describe('the sarif printer', () => {
  test('gives each finding its region, rule and fingerprint, valid against the SARIF 2.1.0 schema', () => {
    const [run] = logOf([sampleFinding({ article: 'XS-15.2', related: [sampleRelated()] })]).runs
    expect(run.results).toMatchObject([
      {
        ruleId: 'TY2003',
        ruleIndex: 0,
        level: 'error',
        message: { text: 'unknown key' },
        locations: [
          {
            physicalLocation: {
              artifactLocation: { uri: 'tenants/a.yaml' },
              region: { startLine: 2, startColumn: 3, endLine: 2, endColumn: 7 },
            },
          },
        ],
        relatedLocations: [{ message: { text: 'defined here' } }],
        partialFingerprints: { 'tenantry/v1': expect.stringMatching(/^[0-9a-f]{32}$/) },
        properties: { article: 'XS-15.2' },
      },
    ])
    expect(run.tool.driver.rules).toMatchObject([
      { id: 'TY2003', shortDescription: { text: 'unknown key' }, properties: { tags: ['XS-15.2'] } },
    ])
  })

  test('is valid with nothing found, and with a code that no table knows', () => {
    expect(logOf([]).runs[0].results).toEqual([])
    expect(logOf([sampleFinding({ code: 'TY0000' })]).runs[0].tool.driver.rules).toEqual([{ id: 'TY0000' }])
  })

  test('offers a replacement as a fix of the same region', () => {
    const fix = { message: { zh: '改', en: 'write kind' }, replacement: 'kind' }
    const [result] = logOf([sampleFinding({ fix })]).runs[0].results
    expect(result.fixes[0].artifactChanges[0].replacements).toEqual([
      { deletedRegion: result.locations[0].physicalLocation.region, insertedContent: { text: 'kind' } },
    ])
  })

  test('writes any file name as an address', () => {
    const [result] = logOf([sampleFinding({ file: 'tenants/社 保#%\ud800.yaml' })]).runs[0].results
    const { uri } = result.locations[0].physicalLocation.artifactLocation
    expect(decodeURIComponent(uri)).toBe('tenants/社 保#%\ufffd.yaml')
    expect(uri).toMatch(/^[\x21-\x7e]+$/)
  })

  test('keeps to the limits of code scanning, the worst first, and says what it left out', () => {
    const notes = Array.from({ length: 25_000 }, (_, index) =>
      sampleFinding({ severity: 'info', path: [index] }),
    )
    const [run] = JSON.parse(sarif.print(sampleReport([...notes, sampleFinding()]))).runs
    expect(run.results).toHaveLength(25_000)
    expect(run.results[0].level).toBe('error')
    expect(run.invocations[0].toolExecutionNotifications).toHaveLength(1)
  })

  test('keeps at most a hundred related places', () => {
    const related = Array.from({ length: 150 }, () => sampleRelated())
    expect(logOf([sampleFinding({ related })]).runs[0].results[0].relatedLocations).toHaveLength(100)
  })

  test('describes rules and findings in the language asked for', () => {
    const [run] = logOf([sampleFinding()], { language: 'zh' }).runs
    expect(run.tool.driver.language).toBe('zh-CN')
    expect(run.results[0].message.text).toBe('未知字段')
  })
})

test.each(findingsElsewhere)('the sarif printer gives %s a logical place and no file', (place, finding) => {
  const [result] = logOf([finding]).runs[0].results
  expect(result.locations).toEqual([
    { logicalLocations: [expect.objectContaining({ fullyQualifiedName: place })] },
  ])
})

test('the sarif printer names an object of a cloud by itself, and one without a name by its id', () => {
  const nameOf = (name: string) => {
    const finding = { ...sampleElsewhere, object: { kind: 'port', id: 'id-1', name } }
    return logOf([finding]).runs[0].results[0].locations[0].logicalLocations[0].name
  }
  expect([nameOf('web'), nameOf('')]).toEqual(['web', 'id-1'])
})
