import type { Finding, Related } from '../../../lib/finding/finding.ts'
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

export function sampleReport(findings: readonly Finding[], parts: Partial<Report> = {}): Report {
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
