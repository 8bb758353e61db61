import { createHash } from 'node:crypto'
import { DOMParser, type Document, onErrorStopParsing } from '@xmldom/xmldom'
import { describe, expect, test } from 'vitest'
import type { CaseSummary } from '../../lib/summary/case-summary.ts'
import { type PageContent, summaryPages } from '../../lib/summary/page.ts'
import { sampleFinding } from '../finding/printers/report.ts'
import { sampleCase, sampleContent, sampleRequest } from './content.ts'

const evil = `<script>alert(1)</script>"&'</style>]]>`
const evilText = { zh: evil, en: evil }

const evilCase = sampleCase({
  name: evil,
  unit: evil,
  state: evil,
  urgency: 'overdue',
  grants: [
    {
      zone: evil,
      pool: evil,
      lines: [{ item: evil, name: evilText, quantity: 2, unit: evilText }],
      record: undefined,
    },
  ],
  fees: { amounts: [], unpriced: 1, text: evilText },
  duties: [
    {
      name: evilText,
      actor: evilText,
      due: '2026-10-01',
      dueAt: evil,
      urgency: 'overdue',
      distance: evilText,
      events: [evil],
      ground: evilText,
      isProvisional: true,
    },
  ],
  steps: [{ name: evil, actor: evil, lacking: evil, prohibited: evil, ground: evil }],
  request: sampleRequest({
    name: evil,
    by: evil,
    lines: [
      {
        zone: 'internet',
        pool: 'shared',
        name: evilText,
        unit: evilText,
        granted: 2,
        asked: 4,
        from: evil,
        to: evil,
      },
    ],
    opened: [evilText],
    closed: [evilText],
    fees: { amounts: [], unpriced: 1, text: evilText },
  }),
})

const finding = sampleFinding({ file: evil, message: evilText })

function evilContent(): PageContent {
  const { summary, ...rest } = sampleContent([evilCase], { findings: [finding] })
  const zones = summary.zones.map(zone => ({ ...zone, name: evilText, cloud: evil, region: evil }))
  const jurisdictions = summary.jurisdictions.map(one => ({
    ...one,
    name: evilText,
    regulation: evil,
    routines: evilCase.duties,
  }))
  return { ...rest, summary: { ...summary, platform: evil, zones, jurisdictions } }
}

function pageOf(cases: readonly CaseSummary[]): string {
  return summaryPages(sampleContent(cases)).get('summary.html') ?? ''
}

function parsed(page: string): Document {
  const xhtml = page.replace('<!doctype html>', '').replaceAll(/<(meta|br|input)([^>]*)>/g, '<$1$2/>')
  return new DOMParser({ onError: onErrorStopParsing }).parseFromString(xhtml, 'text/xml')
}

function idsIn(page: string): readonly string[] {
  return [...page.matchAll(/ id="([^"]+)"/g)].map(([, id = '']) => id)
}

function linksIn(page: string): readonly string[] {
  return [...page.matchAll(/ href="([^"]+)"/g)].map(([, link = '']) => link)
}

const duty = {
  name: { zh: '作出决定', en: 'decision' },
  actor: { zh: '某局', en: 'office' },
  due: '2026-11-20',
  dueAt: '17:00',
  urgency: 'due',
  distance: { zh: '尚余 13 个工作日', en: '13 working days left' },
  events: ['approved'],
  ground: { zh: 'X-1', en: 'X-1' },
  isProvisional: false,
} as const

describe('the summary page', () => {
  test('is well-formed and lets no text become markup', () => {
    const page = summaryPages(evilContent()).get('summary.html') ?? ''
    const document = parsed(page)
    expect(document.getElementsByTagName('h1')[0]?.textContent).toBe(evil)
    expect([...document.getElementsByTagName('script')]).toHaveLength(1)
    expect([...document.getElementsByTagName('style')]).toHaveLength(1)
    // Nothing but text is left of any of it.
    expect(page.replaceAll(/&[a-z#\d]+;/g, '')).not.toContain('alert(1)</')
  })

  test('names its own script and style to the browser, and lets nothing else run', () => {
    const page = pageOf([])
    const policy = /Content-Security-Policy" content="([^"]+)"/.exec(page)?.[1]?.replaceAll('&#39;', "'")
    for (const name of ['style', 'script']) {
      const text = new RegExp(`<${name}>([\\s\\S]*)</${name}>`).exec(page)?.[1] ?? ''
      const digest = createHash('sha256').update(text).digest('base64')
      expect(policy).toContain(`${name}-src 'sha256-${digest}'`)
    }
    expect(policy).toMatch(/^default-src 'none'; base-uri 'none'; form-action 'none'; /)
    expect(policy).not.toContain('unsafe')
  })

  test('loads nothing from anywhere', () => {
    expect(summaryPages(evilContent()).get('summary.html')).not.toMatch(/src=|url\(|@import|https?:/)
  })

  test('is the same bytes for the same content', () => {
    expect(summaryPages(evilContent())).toEqual(summaryPages(structuredClone(evilContent())))
  })

  test('writes dates and amounts as an office does', () => {
    const page = pageOf([])
    expect(page).toContain('2026年11月3日')
    expect(page).toContain('>1,234,567.5<')
  })

  test('shows what exceeds an empty pool as full', () => {
    expect(pageOf([])).toContain('value="100"')
  })

  test('shows of one code twenty findings, and how many more there are', () => {
    const findings = Array.from({ length: 23 }, () => sampleFinding())
    const page = summaryPages(sampleContent([], { findings })).get('summary.html') ?? ''
    expect(page.match(/<td>TY2003<\/td>/g)).toHaveLength(20)
    expect(page).toContain('TY2003 另有 3 处')
  })
})

describe('the cases on the page', () => {
  test('stand by how soon somebody has to act, and before capacity and stacks', () => {
    const page = pageOf([
      sampleCase({ address: 'j/u/ended', urgency: 'ended' }),
      sampleCase({ address: 'j/u/later', urgency: 'due', duties: [{ ...duty, due: '2026-12-01' }] }),
      sampleCase({ address: 'j/u/b', urgency: 'due', duties: [duty] }),
      sampleCase({ address: 'j/u/a', urgency: 'due', duties: [duty] }),
      sampleCase({ address: 'j/u/way', urgency: 'under-way' }),
      sampleCase({ address: 'j/u/late', urgency: 'overdue', duties: [{ ...duty, urgency: 'overdue' }] }),
    ])
    expect(idsIn(page)).toEqual([
      ...['overdue', 'j/u/late', 'due', 'j/u/a', 'j/u/b', 'j/u/later'],
      ...['under-way', 'j/u/way', 'ended', 'j/u/ended', 'j/u'],
    ])
    const parts = ['由谁办理', 'id="overdue"', 'class="pool"', 'Using units', '校验结果', '编排栈']
    const places = parts.map(part => page.indexOf(part))
    expect(places).toEqual(places.toSorted((a, b) => a - b))
    expect(places).not.toContain(-1)
  })

  test('say when, by whom, what next, what it lacks, what is asked against what is granted, and the fees', () => {
    const row = parsed(
      pageOf([
        sampleCase({
          urgency: 'due',
          duties: [duty],
          steps: [{ name: '受理', actor: '某局', lacking: '《申请表》', prohibited: '', ground: 'X-2' }],
          fees: { amounts: [], unpriced: 0, text: { zh: '每月 ¥10.00', en: '' } },
          request: sampleRequest({
            lines: [
              {
                zone: 'internet',
                pool: 'shared',
                name: { zh: '云主机', en: '' },
                unit: { zh: '台', en: '' },
                granted: 2,
                asked: 4,
                from: undefined,
                to: undefined,
              },
            ],
            opened: [{ zh: '入向', en: '' }],
            fees: { amounts: [], unpriced: 0, text: { zh: '每月 ¥20.00', en: '' } },
          }),
        }),
      ]),
    ).getElementsByTagName('tr')
    const text = [...row].find(one => one.getAttribute('id') === 'j/u/s')?.textContent ?? ''
    const told = [
      ...[
        '2026-11-20 17:00',
        '尚余 13 个工作日',
        '某局：作出决定 X-1',
        '→ 受理（某局） X-2',
        '缺：《申请表》',
      ],
      ...['提交申请：张三，2026-11-02，合并请求 7', '互联网区（共享资源池）：云主机 2 → 4 台', '开通：入向'],
      ...['尚无授予', '申请：每月 ¥20.00', '现有：每月 ¥10.00'],
    ]
    for (const part of told) expect(text).toContain(part)
  })

  test('are counted by who must act: whoever owes it, or all who may take the next step', () => {
    const steps = [
      { name: '受理', actor: '甲', lacking: '', prohibited: '', ground: '' },
      { name: '撤回', actor: '乙', lacking: '', prohibited: '', ground: '' },
    ]
    const rows = [
      ...parsed(
        pageOf([
          sampleCase({
            address: 'j/u/a',
            urgency: 'overdue',
            duties: [{ ...duty, actor: { zh: '甲', en: 'a' } }],
            steps,
          }),
          sampleCase({ address: 'j/u/b', urgency: 'under-way', steps }),
        ]),
      ).getElementsByTagName('tr'),
    ].map(row => [...row.childNodes].map(cell => cell.textContent ?? '').filter(text => text !== '\n'))
    expect(rows).toContainEqual(['甲', '1', '0', '0', '1'])
    expect(rows).toContainEqual(['乙', '0', '0', '0', '1'])
  })
})

describe('many systems', () => {
  const many = (count: number) =>
    Array.from({ length: count }, (_, index) =>
      sampleCase({
        address: `j/u/s-${index}`,
        ...(index % 3 === 0 ? { urgency: 'overdue' as const, duties: [duty] } : {}),
      }),
    )

  test('lie on one page up to a thousand, with an anchor for each that is linked', () => {
    const pages = summaryPages(sampleContent(many(1000)))
    expect([...pages.keys()]).toEqual(['summary.html'])
    const page = pages.get('summary.html') ?? ''
    const ids = idsIn(page)
    expect(new Set(ids).size).toBe(ids.length)
    const anchors = linksIn(page).filter(link => link.startsWith('#') && !link.startsWith('#q='))
    expect(anchors.filter(link => !ids.includes(link.slice(1)))).toEqual([])
  })

  test('beyond that, the first page has the most pressing, each unit and each zone one of its own', () => {
    const pages = summaryPages(sampleContent(many(1001)))
    expect([...pages.keys()]).toEqual(['summary.html', 'summary/j.u.html', 'summary/internet.html'])
    const [first = '', unit = '', stacks = ''] = pages.values()
    expect(first.match(/<tr id="/g)).toHaveLength(1000)
    expect(first.match(/<tr id="[^"]*" class="overdue"/g)).toHaveLength(334)
    expect(unit.match(/<tr id="/g)).toHaveLength(1001)
    expect(linksIn(stacks)).toEqual(['../summary.html', '../out/stacks/a/cdk.tf.json'])
    expect(linksIn(unit)).toContain('../summary.html')
    expect(linksIn(first)).toEqual(expect.arrayContaining(['summary/j.u.html', 'summary/internet.html']))
  })
})
