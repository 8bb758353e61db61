import { describe, expect, it } from 'vitest'
import { changeRules, checkChange, differencesOf } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import { type Change, changedFiles } from '../check/rule-table.ts'
import { exampleText, loaded } from '../example-repository.ts'
import { changeCases } from './cases/index.ts'
import { tryChanges } from './change-table.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const dangan = 'tenants/ningwu/weijianju/jiankang-dangan.yaml'
const yimiao = 'tenants/ningwu/weijianju/yimiao-yuyue.yaml'
const ningwu = 'catalogue/jurisdictions/ningwu.yaml'
const xishuangbanna = 'catalogue/jurisdictions/xishuangbanna.yaml'

const lastEvent = '    note: 原系统保留至二〇二五年十月八日\n'
const request = '  - event: change-submitted\n    on: 2026-11-20\n    source: { forge: gitea, change: 30 }\n'

describe('the rules about changes', () => {
  tryChanges(changeCases)

  /** The event of each regulation by whose article a rule holds. */
  it.each([
    ['TY4002', 'exit-approved'],
    ['TY4003', 'change-submitted'],
    ['TY4005', 'exit-approved'],
    ['TY4008', 'change-submitted'],
  ])('%s names the articles of “%s” in all five regulations', (code, event) => {
    const profiles = [...loaded().model.catalogue.jurisdictions.values()]
    const articles = profiles.map(({ value }) => value.lifecycle.events[event]?.article)
    expect(changeRules.find(rule => rule.code === code)?.articles?.toSorted()).toEqual(articles.toSorted())
  })

  it('look at what differs in the text only', () => {
    const text = exampleText(shebao)
    expect(foundBetween([], [[shebao, 'kind: System\n', 'kind: System # 系统\n']])).toEqual([])
    expect(foundBetween([], [[shebao, '', `${text}\n`]])).toEqual([])
  })
})

/** Both sides hold the changes of the base; the head has its own beside them. */
function foundBetween(base: readonly Change[], head: readonly Change[]): readonly string[] {
  const before = loaded(changedFiles(base)).model
  const after = loaded(changedFiles([...base, ...head])).model
  return checkChange(before, after, rulings).map(({ code }) => code)
}

describe('a change that also edits the regulation', () => {
  /** Beside that the regulation is rewritten. */
  const besidesBetween = (base: readonly Change[], head: readonly Change[]) =>
    foundBetween(base, head).filter(code => code !== 'TY4024')
  const removed: Change = [dangan, '', undefined]
  const onExit = 'from: [exit-approved]\n      to: handed-over'
  const approvedExit = '    exit-approved: { name: 退出已批准, resources: formal }'
  /** After it an approved exit is an end: nothing leaves it, and it has nothing in the cloud. */
  const endsEarly: readonly Change[] = [
    [ningwu, onExit, 'from: [handed-over]\n      to: handed-over'],
    [ningwu, approvedExit, approvedExit.replace('formal', 'none')],
  ]

  it('is judged by the regulation of the target branch, and cannot loosen its own rules', () => {
    expect(besidesBetween([], [...endsEarly, removed])).toEqual(['TY4002'])
    expect(besidesBetween(endsEarly, [removed])).toEqual([])
  })

  it('is judged by the regulation of the target branch, and not yet by a stricter one', () => {
    const terminated = 'terminated: { name: 已终止, resources: none }'
    const stricter: Change = [ningwu, terminated, terminated.replace('none', 'formal')]
    expect(besidesBetween([], [stricter, [yimiao, '', undefined]])).toEqual([])
    expect(besidesBetween([stricter], [[yimiao, '', undefined]])).toEqual(['TY4002'])
  })

  it('makes no request of an event that requests nothing on the target branch', () => {
    const retired = '    old-system-retired:\n      name: 原信息系统停用\n      from: ['
    const requests: Change = [
      xishuangbanna,
      retired,
      retired.replace('      from: [', '      requests: true\n      from: [change-submitted, '),
    ]
    const two = '- { item: ecs.domestic.4c8g, quantity: 2 }'
    const head: readonly Change[] = [
      [shebao, two, two.replace('2 }', '3 }')],
      [
        shebao,
        '原系统保留至二〇二五年十月八日\n',
        '原系统保留至二〇二五年十月八日\n  - event: old-system-retired\n    on: 2025-10-09\n    source: { paper: SB-TY-01 }\n',
      ],
    ]
    expect(besidesBetween([], [requests, ...head])).toEqual(['TY4003'])
    expect(besidesBetween([requests], head)).toEqual([])
  })

  it('holds networks and zones as the regulation of the target branch says', () => {
    const live = '    live: { name: 正式运行, resources: formal }'
    const nothing: Change = [xishuangbanna, live, live.replace('formal', 'none')]
    const moved: Change = [shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.64.9.0/26']
    const text = exampleText(shebao)
    const internet = text.slice(text.indexOf('  internet:'), text.indexOf('  extranet:'))
    const lessened: Change = [shebao, internet, '']
    expect(besidesBetween([], [nothing, moved])).toEqual(['TY4004'])
    expect(besidesBetween([nothing], [moved])).toEqual([])
    expect(besidesBetween([], [nothing, lessened])).toEqual(['TY4005', 'TY4003'])
    expect(besidesBetween([nothing], [lessened])).toEqual(['TY4003'])
  })

  it('is judged by the new regulation where the target branch has none, and by none where neither has', () => {
    const { model } = loaded()
    const lawless = { ...model, catalogue: { ...model.catalogue, jurisdictions: new Map() } }
    const removedHead = loaded(changedFiles([removed])).model
    expect(checkChange(lawless, removedHead, rulings).map(({ code }) => code)).toEqual(['TY4002'])
    const lawlessHead = { ...removedHead, catalogue: lawless.catalogue }
    expect(checkChange(lawless, lawlessHead, rulings)).toEqual([])
    const moved = loaded(changedFiles([[shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.64.9.0/26']])).model
    expect(checkChange(lawless, moved, rulings).map(({ code }) => code)).toEqual(['TY4004'])
    expect(checkChange(lawless, { ...moved, catalogue: lawless.catalogue }, rulings)).toEqual([])
  })
})

describe('checkChange', () => {
  it('lets a repository that did not change pass', () => {
    expect(checkChange(loaded().model, loaded().model, rulings)).toEqual([])
  })

  it('finds what several rules find in the order of files and places', () => {
    const codes = foundBetween(
      [],
      [
        [shebao, 'on: 2025-07-10', 'on: 2025-07-09'],
        [shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.64.9.0/26'],
        [dangan, '', undefined],
        ['catalogue/services/storage.yaml', 'price: "0.50"', 'price: "0.05"'],
      ],
    )
    expect(codes).toEqual(['TY4007', 'TY4002', 'TY4004', 'TY4001'])
  })

  it('says of an event that is gone that it was removed, and of another where it differs', () => {
    const said = (change: Change) => {
      const [found] = checkChange(loaded().model, loaded(changedFiles([change])).model, rulings)
      return [found?.message.zh.includes('history['), found?.message.en.includes('history[')]
    }
    const text = exampleText(shebao)
    expect(said([shebao, text.slice(text.indexOf('  - event: live')), ''])).toEqual([false, false])
    expect(said([shebao, 'on: 2025-08-25', 'on: 2025-08-26'])).toEqual([true, true])
  })

  it('names a state in the words of the regulation, and a paper without a number by its type alone', () => {
    const unit = 'tenants/xishuangbanna/gonganju/unit.yaml'
    const secrecy = '  - { type: 保密协议, number: 西公保〔2026〕2号, on: 2026-09-02 }\n'
    const unnumbered: Change = [unit, ', number: 西公保〔2026〕2号', '']
    const said = (base: readonly Change[], head: Change) => {
      const after = loaded(changedFiles([...base, head])).model
      return checkChange(loaded(changedFiles(base)).model, after, rulings).map(({ message }) => message.zh)
    }
    expect(said([], [dangan, '', undefined])[0]).toContain('“退出已批准”')
    expect(said([unnumbered], [unit, secrecy.replace(', number: 西公保〔2026〕2号', ''), ''])[0]).toContain(
      '材料《保密协议》被',
    )
  })

  it.each([
    [
      'more is asked for together with the request',
      [
        [shebao, lastEvent, `${lastEvent}${request}`],
        [shebao, '- { item: ecs.domestic.4c8g, quantity: 2 }', '- { item: ecs.domestic.4c8g, quantity: 4 }'],
      ],
    ],
    ['an event is appended', [[shebao, lastEvent, `${lastEvent}${request}`]]],
    ['the manifest of an ended system goes', [[yimiao, '', undefined]]],
    [
      'a price gets a successor from a day on that is still to come',
      [
        [
          'catalogue/services/middleware.yaml',
          '      - from: 2022-01-01\n        fee: { price: "680.00"',
          '      - from: 2026-12-01\n        fee: { price: "690.00", per: month, basis: 示例 }\n        delivery: { by: manual }\n      - from: 2022-01-01\n        to: 2026-11-30\n        fee: { price: "680.00"',
        ],
      ],
    ],
  ] as const satisfies readonly (readonly [string, readonly Change[]])[])(
    'lets pass when %s',
    (_title, head) => {
      expect(foundBetween([], head)).toEqual([])
    },
  )

  it('does not take a manifest that cannot be read for one that was removed', () => {
    const { model } = loaded(new Map([[shebao, 'kind: [']]))
    const findings = (leftOut: string) =>
      checkChange(loaded().model, { ...model, leftOut: new Set([leftOut]) }, rulings)
    expect(findings(shebao)).toEqual([])
    expect(findings('tenants/xishuangbanna/rensheju')).toEqual([])
    expect(findings('tenants/xishuangbanna/rensheju/unit.yaml').map(({ code }) => code)).toEqual(['TY4002'])
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
