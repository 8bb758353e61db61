import {
  type AnyFinding,
  type CodeDefinition,
  type Finding,
  finding,
  type PlaceElsewhere,
  type Related,
} from '../../../lib/finding/finding.ts'
import type { Report } from '../../../lib/finding/printers/printer.ts'

/** A finding on line 2 of `tenants/a.yaml`, columns 3 to 7, unless told otherwise. */
export function sampleFinding(parts: Partial<Finding> = {}): Finding {
  return {
    code: 'TY2003',
    severity: 'error',
    message: { zh: '未知字段', en: 'unknown key' },
    file: 'tenants/a.yaml',
    range: { start: { line: 2, column: 3 }, end: { line: 2, column: 7 } },
    path: ['zones', 'internet', 'services', 0],
    related: [],
    ...parts,
  }
}

export function sampleRelated(parts: Partial<Related> = {}): Related {
  return {
    file: 'catalogue/platform.yaml',
    range: { start: { line: 4, column: 1 }, end: { line: 4, column: 5 } },
    path: ['zones'],
    message: { zh: '在此定义', en: 'defined here' },
    ...parts,
  }
}

export function sampleReport(findings: readonly AnyFinding[], parts: Partial<Report> = {}): Report {
  return {
    findings,
    files: ['catalogue/platform.yaml', 'tenants/a.yaml'],
    source: file => (file === 'tenants/a.yaml' ? 'apiVersion: tenantry/v1\n  knid: System\n' : undefined),
    pathOf: file => file,
    definitions: new Map(),
    version: '1.2.3',
    language: 'en',
    colour: false,
    columns: 80,
    ...parts,
  }
}

/** One finding at each kind of place outside files, with the words in which it is shown. */
export const findingsElsewhere: readonly (readonly [string, AnyFinding])[] = [
  ['unit_internet_a_b', at({ stack: 'unit_internet_a_b' })],
  ['unit_internet_a_b type.name', at({ stack: 'unit_internet_a_b', address: 'type.name' })],
  ['internet', at({ cloud: 'internet' })],
  [
    'internet network web (id-1)',
    at({ cloud: 'internet', object: { kind: 'network', id: 'id-1', name: 'web' } }),
  ],
  ['https://forge.example 7', at({ forge: 'https://forge.example', change: '7' })],
  ['https://forge.example 7 31', at({ forge: 'https://forge.example', change: '7', review: '31' })],
  ['records/a.json', at({ record: 'records/a.json' })],
  ['terraform', at({ machine: 'terraform' })],
]

function at<P extends PlaceElsewhere>(place: P): Finding<P> {
  const definition: CodeDefinition = {
    code: 'TY6001',
    severity: 'error',
    title: { zh: '标题', en: 'title' },
    why: { zh: '理由', en: 'reason' },
  }
  return finding(definition, place, {
    message: { zh: '不可用', en: 'not to be used' },
    fix: { message: { zh: '安装', en: 'install it' } },
  })
}
