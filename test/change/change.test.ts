import { describe, expect, it } from 'vitest'
import { changeRules, checkChange, differencesOf } from '../../lib/change/index.ts'
import { exampleText, type Files, loaded, positionOf, replaced } from '../example-repository.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const dangan = 'tenants/ningwu/weijianju/jiankang-dangan.yaml'
const compute = 'catalogue/services/compute.yaml'
const storage = 'catalogue/services/storage.yaml'
const gonganUnit = 'tenants/xishuangbanna/gonganju/unit.yaml'

/** A refused change: what a pull request would do to the example repository, and where it is stopped. */
interface Refusal {
  readonly code: string
  readonly title: string
  readonly base?: Files
  readonly head: Files
  readonly at: { readonly file: string; readonly mark: string }
  readonly article?: string
}

const accepted =
  '  - event: accepted\n    on: 2025-07-04\n    source: { forge: gitea, change: 1, review: 1 }\n'
const requested = `${exampleText(shebao)}  - event: change-submitted
    on: 2026-11-20
    source: { forge: gitea, change: 30 }
    papers:
      - { type: 云服务调整申请, number: 西人社发〔2026〕60号, on: 2026-11-19 }
`

const refusals: readonly Refusal[] = [
  {
    code: 'TY4001',
    title: 'an event of the past is edited',
    head: new Map([[shebao, replaced(shebao, 'on: 2025-07-10', 'on: 2025-07-08')]]),
    at: { file: shebao, mark: '- |event: approved' },
  },
  {
    code: 'TY4001',
    title: 'an event in the middle is removed',
    head: new Map([[shebao, replaced(shebao, accepted, '')]]),
    at: { file: shebao, mark: '- |event: approved' },
  },
  {
    code: 'TY4001',
    title: 'the last event is removed',
    head: new Map([[shebao, exampleText(shebao).replace(/ {2}- event: live[\s\S]*$/, '')]]),
    at: { file: shebao, mark: 'history:\n  |- event: submitted' },
  },
  {
    code: 'TY4002',
    title: 'a manifest is removed before its exit is over',
    head: new Map([[dangan, undefined]]),
    at: { file: dangan, mark: '  id: |jiankang-dangan' },
    article: 'NW-2.6',
  },
  {
    code: 'TY4003',
    title: 'more servers are asked for without a request',
    head: new Map([
      [
        shebao,
        replaced(
          shebao,
          '- { item: ecs.domestic.4c8g, quantity: 2 }',
          '- { item: ecs.domestic.4c8g, quantity: 4 }',
        ),
      ],
    ]),
    at: { file: shebao, mark: 'ecs.domestic.4c8g, quantity: |4' },
    article: 'XS-22.1',
  },
  {
    code: 'TY4003',
    title: 'a zone is left without a request',
    head: new Map([
      [
        shebao,
        exampleText(shebao).replace(/ {2}extranet:\n {4}network[\s\S]*?\n\nexchange:[\s\S]*?\n\n/, '\n'),
      ],
    ]),
    at: { file: shebao, mark: 'zones:\n  |internet:' },
    article: 'XS-22.1',
  },
  {
    code: 'TY4004',
    title: 'the addresses of a live system change',
    head: new Map([[shebao, replaced(shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.64.9.0/26')]]),
    at: { file: shebao, mark: 'ipv4: |10.64.9.0/26' },
  },
  {
    code: 'TY4005',
    title: 'a zone disappears while it is granted',
    head: new Map([
      [
        shebao,
        exampleText(shebao).replace(/ {2}extranet:\n {4}network[\s\S]*?\n\nexchange:[\s\S]*?\n\n/, '\n'),
      ],
    ]),
    at: { file: shebao, mark: '|zones:' },
  },
  {
    code: 'TY4006',
    title: 'a paper of a unit is altered',
    head: new Map([
      [gonganUnit, replaced(gonganUnit, 'number: 西公承〔2026〕2号', 'number: 西公承〔2026〕3号')],
    ]),
    at: { file: gonganUnit, mark: '|papers:' },
  },
  {
    code: 'TY4007',
    title: 'a price of the past is altered',
    head: new Map([[storage, replaced(storage, 'price: "0.50"', 'price: "0.05"')]]),
    at: { file: storage, mark: 'fee: |{ price: "0.05"' },
  },
  {
    code: 'TY4007',
    title: 'a price in force is altered instead of getting a successor',
    head: new Map([[storage, replaced(storage, 'price: "0.44", per: month', 'price: "0.44", per: year')]]),
    at: { file: storage, mark: 'fee: |{ price: "0.44", per: year' },
  },
  {
    code: 'TY4007',
    title: 'a version of the past vanishes',
    head: new Map([
      [
        storage,
        exampleText(storage).replace(
          /(id: evs\.sas[\s\S]*?versions:\n)[\s\S]*?(?= {6}- from: 2025-01-01)/,
          '$1',
        ),
      ],
    ]),
    at: {
      file: storage,
      mark: 'en: Fast block storage }\n    unit: { zh: GiB, en: GiB }\n    zones: [internet, extranet]\n    pools: [shared, dedicated]\n    |versions:',
    },
  },
]

describe('checkChange', () => {
  it('has a refused change for each of its rules', () => {
    const tried = new Set(refusals.map(({ code }) => code))
    expect(changeRules.map(({ code }) => code).filter(code => !tried.has(code))).toEqual([])
  })

  it('lets a repository that did not change pass', () => {
    expect(checkChange(loaded().model, loaded().model)).toEqual([])
  })

  it.each(refusals.map(one => [one.code, one.title, one] as const))('%s: %s', (code, _title, one) => {
    const base = loaded(one.base)
    const head = loaded(new Map([...(one.base ?? []), ...one.head]))
    const own = checkChange(base.model, head.model).filter(finding => finding.code === code)
    const text = head.files.get(one.at.file) ?? exampleText(one.at.file)
    const position = positionOf(text, one.at.mark)
    expect(own.map(({ file, range }) => [file, range.start])).toContainEqual([one.at.file, position])
    if (one.article !== undefined) expect(own[0]?.article).toBe(one.article)
  })

  it('allows more servers together with the request event', () => {
    const grown = requested.replace(
      '- { item: ecs.domestic.4c8g, quantity: 2 }',
      '- { item: ecs.domestic.4c8g, quantity: 4 }',
    )
    expect(checkChange(loaded().model, loaded(new Map([[shebao, grown]])).model)).toEqual([])
  })

  it('allows events to be appended', () => {
    expect(checkChange(loaded().model, loaded(new Map([[shebao, requested]])).model)).toEqual([])
  })

  it('allows a manifest to go once its termination was merged', () => {
    const ended = `${exampleText(dangan)}  - event: data-handed-over
    on: 2026-11-20
    source: { paper: JK-YJ-01 }
  - event: recovered
    on: 2026-11-21
    source: { paper: JK-HZ-01 }
  - event: terminated
    on: 2026-11-22
    source: { paper: JK-ZZ-01 }
`
    const base = loaded(new Map([[dangan, ended]]))
    expect(checkChange(base.model, loaded(new Map([[dangan, undefined]])).model)).toEqual([])
  })

  it('lets a fee change from a day on that is still to come', () => {
    const current = / {6}- from: 2025-01-01\n( {8}fee: \{ price: "0\.44"[\s\S]*?)(?=\n\n)/
    const raised = exampleText(storage).replace(
      current,
      (_, version: string) =>
        `      - from: 2025-01-01\n        to: 2026-11-30\n${version}\n      - from: 2026-12-01\n${version.replace('0.44', '0.48')}`,
    )
    expect(raised).toContain('"0.48"')
    expect(checkChange(loaded().model, loaded(new Map([[storage, raised]])).model)).toEqual([])
  })

  it('lets a fee be corrected that nobody was ever charged', () => {
    const gpu = 'ecs.gpu.32c256g.4g'
    const text = exampleText(compute)
    const start = text.indexOf(`- id: ${gpu}`)
    const corrected = text.slice(0, start) + text.slice(start).replace(/price: "[\d.]+"/, 'price: "1.00"')
    expect(corrected).not.toBe(text)
    expect(checkChange(loaded().model, loaded(new Map([[compute, corrected]])).model)).toEqual([])
  })

  it('does not take a manifest that cannot be read for one that was removed', () => {
    const { model } = loaded(new Map([[shebao, 'kind: [']]))
    const findings = (leftOut: string) =>
      checkChange(loaded().model, { ...model, leftOut: new Set([leftOut]) })
    expect(findings(shebao)).toEqual([])
    expect(findings('tenants/xishuangbanna/rensheju')).toEqual([])
    expect(findings('tenants/xishuangbanna/rensheju/unit.yaml').map(({ code }) => code)).toEqual(['TY4002'])
  })

  it('judges by the profile of the target branch, so that a change cannot loosen its own rules', () => {
    const profile = 'catalogue/jurisdictions/ningwu.yaml'
    const loosened = replaced(
      profile,
      '    exit-approved: { name: 退出已批准, resources: formal }',
      '    exit-approved: { name: 退出已批准, resources: none }',
    )
    const head = loaded(
      new Map<string, string | undefined>([
        [profile, loosened],
        [dangan, undefined],
      ]),
    )
    expect(checkChange(loaded().model, head.model).map(({ code }) => code)).toContain('TY4002')
  })
})

describe('differencesOf', () => {
  it('recognises what a request changes from the two manifests alone', () => {
    const before = loaded().model.systemByAddress.get('xishuangbanna/rensheju/shebao-jingban')
    const text = exampleText(shebao)
      .replace('- { item: ecs.domestic.4c8g, quantity: 2 }', '- { item: ecs.domestic.4c8g, quantity: 1 }')
      .replace(
        '- { item: evs.domestic, quantity: 1000, unit: GiB }',
        '- { item: evs.domestic, quantity: 2000, unit: GiB }',
      )
      .replace('- { item: sec.bastion, quantity: 1 }', '- { item: sec.bastion, quantity: 1, to: 2027-01-31 }')
      .replace('  extranet:\n    network', '  extranet:\n    pool: dedicated\n    network')
    const after = loaded(new Map([[shebao, text]])).model.systemByAddress.get(
      'xishuangbanna/rensheju/shebao-jingban',
    )
    if (before === undefined || after === undefined) throw new Error('the system is missing')
    expect(differencesOf(before.value, after.value)).toEqual([
      { kind: 'change-pool', zone: 'extranet', before: 'shared', after: 'dedicated' },
      { kind: 'enlarge', zone: 'extranet', item: 'evs.domestic', before: 1000, after: 2000 },
      { kind: 'reschedule', zone: 'extranet', item: 'sec.bastion' },
      { kind: 'shrink', zone: 'internet', item: 'ecs.domestic.4c8g', before: 2, after: 1 },
    ])
  })
})
