import { expect, test } from 'vitest'
import { type CodeDefinition, finding } from '../../lib/finding/finding.ts'

const definition: CodeDefinition = {
  code: 'TY2003',
  severity: 'error',
  title: { zh: '', en: '' },
  why: { zh: '', en: '' },
}
const message = { zh: '未知字段', en: 'unknown key' }
const range = { start: { line: 2, column: 3 }, end: { line: 2, column: 7 } }

test('a finding in a file has its members in one order, and no more than these, whatever made its place', () => {
  const place = { path: ['a'], message: { zh: '', en: '' }, range, file: 'a.yaml' }
  expect(JSON.stringify(finding(definition, place, { message, article: 'XS-15.2' }))).toBe(
    JSON.stringify({
      code: 'TY2003',
      severity: 'error',
      article: 'XS-15.2',
      message,
      file: 'a.yaml',
      range,
      path: ['a'],
      related: [],
    }),
  )
})

test('elsewhere a finding has its place where the file would stand', () => {
  const fix = { message: { zh: '安装', en: 'install it' } }
  expect(JSON.stringify(finding(definition, { machine: 'terraform' }, { message, fix }))).toBe(
    JSON.stringify({ code: 'TY2003', severity: 'error', message, machine: 'terraform', related: [], fix }),
  )
})
