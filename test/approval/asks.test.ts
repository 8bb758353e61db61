import { describe, expect, it } from 'vitest'
import { approvalsAfter, approvalsAskedFor, asksOf } from '../../lib/approval/index.ts'
import type { Change } from '../check/rule-table.ts'
import { changedFiles } from '../check/rule-table.ts'
import { exampleText, loaded } from '../example-repository.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const profiles = loaded().model.catalogue.jurisdictions

const profile = (id: string) => {
  const found = profiles.get(id)?.value
  if (found === undefined) throw new Error(`no profile ${id}`)
  return found
}

describe('the approvals for which an event waits', () => {
  it.each([
    ['ningwu', 'submitted', 'submitted', ['request']],
    ['ningwu', 'reviewed', 'reviewed', ['request']],
    ['ningwu', 'approved', 'approved', ['request']],
    ['ningwu', 'change-submitted', 'change-submitted', ['change']],
    ['ningwu', 'exit-submitted', 'exit-submitted', ['exit']],
    ['ningwu', 'delivered', 'delivered', []],
    ['ningwu', 'live', 'live', []],
    ['datong', 'submitted', 'submitted', ['request']],
    ['jiuquan', 'submitted', 'submitted', ['request', 'emergency']],
    ['zhejiang', 'submitted', 'submitted', ['request']],
    ['zhejiang', 'trial-passed', 'trial-passed', ['formal-opening']],
    ['xishuangbanna', 'submitted', 'submitted', ['request', 'emergency']],
    ['xishuangbanna', 'change-submitted', 'change-submitted', ['change']],
  ])('%s: %s leads to %s and waits for %s', (id, event, state, kinds) => {
    expect(approvalsAfter(profile(id), event, state)).toEqual(kinds)
  })

  it.each([
    ['xishuangbanna', [], ['request']],
    ['xishuangbanna', ['large'], ['request']],
    ['xishuangbanna', ['emergency'], ['emergency']],
    ['xishuangbanna', ['green-channel'], ['request']],
    ['jiuquan', ['emergency'], ['emergency']],
    ['jiuquan', ['green-channel'], ['emergency']],
    ['ningwu', ['emergency'], ['request']],
  ] as const)('under %s are with %j those of %j for a first request', (id, flags, kinds) => {
    expect(approvalsAskedFor(profile(id), 'submitted', 'submitted', flags)).toEqual(kinds)
  })
})

const append = (file: string, lines: string): Change => [
  file,
  exampleText(file),
  `${exampleText(file)}${lines}`,
]

function asks(change: readonly Change[], files: readonly string[] = change.map(([file]) => file)) {
  const head = loaded(changedFiles(change))
  return asksOf(loaded().model, head.model, files).map(
    ({ jurisdiction, unit, system, kind, steps, article }) => ({
      of: system ?? (unit === undefined ? jurisdiction : `${jurisdiction}/${unit}`),
      kind,
      steps: steps.map(({ id }) => id),
      article,
    }),
  )
}

describe('what a change needs', () => {
  it('is no emergency where a request is taken back from where one could be opened', () => {
    const jiuye = 'tenants/xishuangbanna/jiuye-zhongxin/jiuye-fuwu.yaml'
    const taken = asks([append(jiuye, '  - { event: withdrawn, on: 2026-11-20, source: { paper: X } }\n')])
    expect(taken.map(({ kind }) => kind)).toEqual(['change'])
  })

  it('is what the regulation asks of the request that it brings', () => {
    const of = 'ningwu/jiaoyuju/xueji-guanli'
    expect(asks([append(xueji, '  - { event: change-submitted, on: 2026-11-20 }\n')])).toEqual([
      { of, kind: 'change', steps: ['review'], article: 'NW-2.5' },
    ])
  })

  it('is asked for a decision that somebody has typed, too', () => {
    const typed =
      '  - { event: exit-submitted, on: 2026-11-19 }\n  - { event: exit-approved, on: 2026-11-20 }\n'
    expect(asks([append(shebao, typed)])).toEqual([
      {
        of: 'xishuangbanna/rensheju/shebao-jingban',
        kind: 'exit',
        steps: ['internal', 'approve'],
        article: profile('xishuangbanna').approvals?.find(({ change }) => change === 'exit')?.article,
      },
    ])
  })

  it('is one look of whoever decides, for what no policy names', () => {
    const steps = { kind: 'change', steps: ['review'], article: 'NW-2.5' }
    expect(asks([append(xueji, '# a note\n')])).toEqual([{ of: 'ningwu/jiaoyuju/xueji-guanli', ...steps }])
    expect(asks([], ['tenants/ningwu/jiaoyuju/unit.yaml', 'tenants/ningwu/jiaoyuju/papers/a.pdf'])).toEqual([
      { of: 'ningwu/jiaoyuju', ...steps },
    ])
  })

  it('is asked of every jurisdiction for what they share, and of one for its own regulation', () => {
    const of = (files: readonly string[]) => asks([], files).map(one => [one.of, one.kind])
    const all = ['datong', 'jiuquan', 'ningwu', 'xishuangbanna', 'zhejiang']
    for (const file of ['catalogue/people.yaml', '.gitea/workflows/apply.yaml', '/outside.sh'])
      expect(of([file]).map(([id]) => id)).toEqual(all)
    for (const file of ['ningwu.yaml', 'templates/ningwu/request.docx'])
      expect(of([`catalogue/forms/${file}`])).toEqual([['ningwu', 'catalogue']])
    expect(of(['catalogue/jurisdictions/ningwu.yaml'])).toEqual([['ningwu', 'catalogue']])
    expect(of(['catalogue/routines/ningwu.yaml'])).toEqual([['ningwu', 'catalogue']])
    expect(of(['catalogue/utilisation/ningwu/2026-10/internet.yaml'])).toEqual([['ningwu', 'catalogue']])
    expect(of(['catalogue/platform.yaml'])).toContainEqual(['ningwu', 'platform'])
    expect(of(['catalogue/services/compute.yaml'])).toContainEqual(['jiuquan', 'catalogue'])
  })

  it.each([
    ['what lies beside the templates of forms', 'catalogue/forms/templates/README.md'],
    ['forms of a place that no regulation is of', 'catalogue/forms/elsewhere.yaml'],
    ['a price list by which nobody goes', 'catalogue/prices/elsewhere.yaml'],
    ['what lies beside the price lists', 'catalogue/prices/ningwu.sh'],
    ['a pipeline whose folder is called as one of the catalogue', '.gitea/prices/apply.yaml'],
    ['one that is called as a regulation beside', '.gitea/jurisdictions/ningwu.yaml'],
    ['a tenant of no regulation', 'tenants/prices/unit/system.yaml'],
  ])('is asked of every jurisdiction for %s', (_title, file) => {
    expect(asks([], [file]).map(({ of }) => of)).toEqual([...profiles.keys()].toSorted())
  })

  const ningwu = 'catalogue/prices/ningwu.yaml'
  const set = { of: 'ningwu', kind: 'fee-standard', steps: ['set', 'approve'], article: 'NW-1.5' }
  const ofDatong = { of: 'datong', kind: 'fee-standard', steps: ['approve'], article: 'DT-7' }

  it('is asked of whoever sets the prices of those who go by a price list', () => {
    expect(asks([], [ningwu])).toEqual([set])
    const adopted: Change = ['catalogue/prices/datong.yaml', 'list: catalogue', 'list: ningwu']
    expect(asks([adopted], [ningwu])).toEqual([ofDatong, set])
  })

  it('is asked of all who go by the catalogue for a price that stands there, and of nobody for what costs the same', () => {
    const storage = 'catalogue/services/storage.yaml'
    const priced = asks([[storage, 'price: "0.50"', 'price: "0.05"']])
    expect(priced).toContainEqual(set)
    expect(priced).toContainEqual(ofDatong)
    const renamed = asks([[storage, 'Solid-state block storage', 'SSD block storage']])
    expect(renamed.map(({ kind }) => kind)).not.toContain('fee-standard')
    const ownPrices: Change = [
      'catalogue/prices/datong.yaml',
      'adopts:\n  - { from: 2023-04-10, list: catalogue, basis: 同财〔2023〕0号（示例） }\n',
      'prices:\n  - item: evs.ssd\n    versions:\n      - { from: 2026-12-01, fee: { negotiated: true, basis: 示例 } }\n',
    ]
    const base = loaded(changedFiles([ownPrices]))
    const head = loaded(changedFiles([ownPrices, [storage, 'price: "0.50"', 'price: "0.05"']]))
    const asked = asksOf(base.model, head.model, [storage]).filter(({ kind }) => kind === 'fee-standard')
    expect(asked.map(({ jurisdiction }) => jurisdiction)).toEqual([
      'jiuquan',
      'ningwu',
      'xishuangbanna',
      'zhejiang',
    ])
  })
})
