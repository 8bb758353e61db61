import { DOMParser, onErrorStopParsing } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import { type PageContent, summaryPage } from '../../lib/summary/page.ts'
import { sampleFinding } from '../finding/printers/report.ts'

const evil = '<script>alert(1)</script>"&'

const content: PageContent = {
  summary: {
    asOf: '2026-11-03',
    platform: evil,
    zones: [
      {
        id: 'internet',
        name: { zh: '互联网区', en: evil },
        cloud: evil,
        region: evil,
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
        regulation: evil,
        units: [
          {
            address: 'j/u',
            name: evil,
            systems: [
              {
                address: 'j/u/s',
                name: evil,
                mlps: 3,
                state: evil,
                resources: 'formal',
                grants: [{ zone: 'internet', pool: 'shared', lines: [], record: undefined }],
                fees: { amounts: [], unpriced: 1, text: { zh: evil, en: evil } },
                inherited: [],
              },
            ],
          },
        ],
      },
    ],
  },
  findings: [sampleFinding({ file: evil, message: { zh: evil, en: evil } })],
  files: 2,
  stacks: [
    { name: 'a', zone: 'internet', file: 'out/stacks/a/cdk.tf.json', resources: 7, digest: 'ab'.repeat(32) },
  ],
  version: '1.2.3',
}

describe('the summary page', () => {
  test('is well-formed and lets no text become markup', () => {
    const page = summaryPage(content)
    expect(page).not.toContain('<script')
    const xhtml = page.replace('<!doctype html>', '').replaceAll(/<(meta|br)([^>]*)>/g, '<$1$2/>')
    const document = new DOMParser({ onError: onErrorStopParsing }).parseFromString(xhtml, 'text/xml')
    expect(document.getElementsByTagName('h1')[0]?.textContent).toBe(evil)
  })

  test('loads nothing from anywhere', () => {
    expect(summaryPage(content)).not.toMatch(/src=|url\(|@import|https?:/)
  })

  test('is the same bytes for the same content', () => {
    expect(summaryPage(content)).toBe(summaryPage(structuredClone(content)))
  })

  test('writes dates and amounts as an office does', () => {
    const page = summaryPage(content)
    expect(page).toContain('2026年11月3日')
    expect(page).toContain('>1,234,567.5<')
  })

  test('shows what exceeds an empty pool as full', () => {
    expect(summaryPage(content)).toContain('value="100"')
  })
})
