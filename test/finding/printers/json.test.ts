import { expect, test } from 'vitest'
import { json } from '../../../lib/finding/printers/json.ts'
import { sampleFinding, sampleReport } from './report.ts'

test('the json printer gives every finding as it is, in both languages, and the counts', () => {
  const findings = [sampleFinding(), sampleFinding({ severity: 'warning' })]
  expect(JSON.parse(json.print(sampleReport(findings)))).toEqual({
    schema: 'tenantry/findings/v1',
    tool: 'tenantry',
    version: '1.2.3',
    files: 2,
    summary: { error: 1, warning: 1, info: 0 },
    findings,
  })
})
