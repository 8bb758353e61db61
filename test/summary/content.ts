import type { CaseSummary } from '../../lib/summary/case-summary.ts'
import type { PageContent } from '../../lib/summary/page.ts'
import type { RequestSummary } from '../../lib/summary/request-summary.ts'

/** A system for which nobody has anything to do, unless told otherwise. */
export function sampleCase(parts: Partial<CaseSummary> = {}): CaseSummary {
  return {
    address: 'j/u/s',
    name: '某系统',
    unit: '某单位',
    mlps: 3,
    state: '正式运行',
    resources: 'formal',
    grants: [],
    fees: { amounts: [], unpriced: 0, text: { zh: '', en: '' } },
    billing: undefined,
    inherited: [],
    urgency: 'standing',
    since: '2026-01-05',
    duties: [],
    steps: [],
    request: undefined,
    ...parts,
  }
}

export function sampleRequest(parts: Partial<RequestSummary> = {}): RequestSummary {
  return {
    name: '提交申请',
    on: '2026-11-02',
    by: '张三',
    change: 7,
    lines: [],
    opened: [],
    closed: [],
    fees: undefined,
    ...parts,
  }
}

/** One jurisdiction with one unit, that has these systems. */
export function sampleContent(
  cases: readonly CaseSummary[],
  parts: Partial<Omit<PageContent, 'summary'>> = {},
): PageContent {
  return {
    summary: {
      asOf: '2026-11-03',
      platform: '某平台',
      zones: [
        {
          id: 'internet',
          name: { zh: '互联网区', en: 'Internet zone' },
          cloud: 'c',
          region: 'r',
          pools: [
            {
              id: 'shared',
              name: { zh: '共享资源池', en: 'Shared pool' },
              uses: [
                { measure: { zh: '块存储', en: 'volumes' }, granted: 1234567.5, available: 0, capacity: 0 },
              ],
            },
          ],
        },
      ],
      jurisdictions: [
        {
          id: 'j',
          name: { zh: '某市', en: 'A City' },
          routines: [],
          regulation: '某办法',
          units: [{ address: 'j/u', name: '某单位', cases }],
        },
      ],
    },
    findings: [],
    files: 2,
    stacks: [
      {
        name: 'a',
        zone: 'internet',
        file: 'out/stacks/a/cdk.tf.json',
        resources: 7,
        digest: 'ab'.repeat(32),
      },
    ],
    version: '1.2.3',
    ...parts,
  }
}
