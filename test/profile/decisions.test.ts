import { describe, expect, it } from 'vitest'
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { bindsOn, decisionBehind, groundOf, profileWithDecisions } from '../../lib/profile/decisions.ts'
import { emergenciesIn } from '../../lib/profile/deferral.ts'
import { exampleText, loaded, positionOf, replaced } from '../example-repository.ts'
import { regulation, single } from './regulation.ts'

const jiuquan = 'catalogue/jurisdictions/jiuquan.yaml'
const datong = 'catalogue/jurisdictions/datong.yaml'
const zhejiang = 'catalogue/jurisdictions/zhejiang.yaml'
const lvyou = 'tenants/jiuquan/wenlvju/lvyou-fuwu.yaml'
const shipin = 'tenants/datong/shichangju/shipin-zhuisu.yaml'

const greenChannel = '不作此决定的，启动时材料须齐备。\n'
const decidedOn = (day: string) =>
  [
    jiuquan,
    replaced(
      jiuquan,
      greenChannel,
      `${greenChannel}    decided: { by: authority, on: ${day}, paper: 酒数发〔2023〕9号 }\n`,
    ),
  ] as const

/** The tourism platform as it would be, opened through the green channel, with events after it. */
function opened(...events: readonly string[]) {
  const text = exampleText(lvyou)
  const head = text.slice(0, text.indexOf('\nhistory:'))
  const grants = 'grants: { internet: { services: [{ item: ecs.general.4c8g, quantity: 3 }] } }'
  const first = `{ event: emergency-approved, on: 2023-03-03, source: { paper: A }, reason: 防汛, until: 2023-03-31, ${grants} }`
  return [lvyou, `${head}\nhistory:\n${[first, ...events].map(event => `  - ${event}\n`).join('')}`] as const
}

const codesIn = (file: string, changes: readonly (readonly [string, string])[]) =>
  loaded(new Map(changes))
    .findings.filter(finding => finding.file === file && finding.severity !== 'info')
    .map(({ code, article, message }) => [code, article, message.zh] as const)

describe('what a text leaves open', () => {
  it('is not in force while nobody has decided it: the green channel excuses no paper', () => {
    const found = codesIn(lvyou, [
      opened('{ event: papers-completed, on: 2023-03-30, source: { paper: B } }'),
    ])
    expect(found.filter(([code]) => code === 'TY3503')).toHaveLength(1)
    const papers = found.filter(([code]) => code === 'TY4201').map(([, article]) => article)
    expect(new Set(papers)).toEqual(new Set(['JQ1-7', 'JQ-8', 'JQ-10.1']))
  })

  it('is in force from the day on which it was decided: the papers follow, by the day agreed', () => {
    const found = codesIn(lvyou, [decidedOn('2023-01-01'), opened()])
    expect(found.map(([code]) => code)).toContain('TY4206')
    expect(found.map(([code]) => code)).not.toContain('TY4201')
  })

  it('is owed in full where it is said to be complete', () => {
    const complete = '{ event: papers-completed, on: 2023-03-30, source: { paper: B } }'
    const found = codesIn(lvyou, [decidedOn('2023-01-01'), opened(complete)])
    const papers = found.filter(([code]) => code === 'TY4201')
    expect(papers.map(([, , message]) => message).join()).toContain(
      '“补齐绿色应急通道的手续”缺少材料《市政务云资源申请表》',
    )
    expect(papers).toHaveLength(6)
  })

  it('allows nothing before its day', () => {
    const complete = '{ event: papers-completed, on: 2023-03-30, source: { paper: B } }'
    const found = codesIn(lvyou, [decidedOn('2023-03-31'), opened(complete)])
    expect(found.filter(([code]) => code === 'TY3510').map(([, article]) => article)).toEqual([undefined])
    expect(codesIn(lvyou, [decidedOn('2023-03-30'), opened(complete)]).map(([code]) => code)).not.toContain(
      'TY3510',
    )
  })

  it('asks nothing of what came before it', () => {
    const withoutBackup = exampleText(shipin).replaceAll(/ +- \{ item: cbr.volume.*\n/g, '')
    const on = (day: string) =>
      codesIn(shipin, [
        [shipin, withoutBackup],
        [
          datong,
          exampleText(datong).replace(
            /(没有要求使用部门为各系统申请备份服务。\n {4}decided: \{ by: manager, on: )\S+,/,
            `$1${day},`,
          ),
        ],
      ]).filter(([code]) => code === 'TY4205')
    expect(on('2023-09-13')).toHaveLength(2)
    expect(on('2023-09-14')).toHaveLength(1)
    expect(on('2025-03-14')).toEqual([])
  })
})

describe('an interval that is decided', () => {
  it('XS-22.3: of contacts, which the text wants reported in time, cites the decision', () => {
    const unit = 'tenants/xishuangbanna/gonganju/unit.yaml'
    const text = exampleText(unit).replace('confirmed: 2026-10-15', 'confirmed: 2025-10-15')
    const stale = loaded(new Map([[unit, text]])).findings.filter(({ code }) => code === 'TY4108')
    expect(stale.map(({ article, related }) => [article, related[0]?.file])).toEqual([
      [undefined, 'catalogue/jurisdictions/xishuangbanna.yaml'],
    ])
  })
})

describe('a profile with its decisions', () => {
  const { model } = loaded()
  const source = model.catalogue.jurisdictions.get('datong')?.value
  if (source === undefined) throw new Error('no profile')

  it('says which of its parts are decided, by whom and on which paper', () => {
    const [backup] = (source.requirements ?? []).filter(({ provides }) => provides !== undefined)
    expect(decisionBehind(source, backup ?? {})?.id).toBe('backup-at-level-three')
    expect(groundOf(source, backup ?? {})).toBe('市政府信息化中心同信函〔2023〕0号（示例）')
    const [cited] = source.requirements ?? []
    expect(decisionBehind(source, cited ?? {})).toBeUndefined()
    expect(groundOf(source, cited ?? {})).toBe('DT-11b')
  })

  it('does not hold what was not decided yet, and binds no longer than a decision holds', () => {
    const { decisions = [] } = source
    const plain = { ...source, requirements: [], deadlines: [], approvals: [] }
    expect(profileWithDecisions(plain, '2023-04-09').requirements).toEqual([])
    expect(profileWithDecisions(plain, '2023-04-10').requirements).toHaveLength(1)
    // What is worked out from a profile is worked out once for all days on which it is the same.
    const held = profileWithDecisions(plain, '2023-04-10')
    expect(profileWithDecisions(plain, '2023-04-11')).toBe(held)
    expect(profileWithDecisions(plain, '2023-04-09')).not.toBe(held)
    const [duty] = decisions.flatMap(({ requirements = [] }) => requirements)
    const ended = {
      ...source,
      decisions: decisions.map(one =>
        one.decided === undefined ? one : { ...one, decided: { ...one.decided, to: '2024-12-31' } },
      ),
    }
    if (duty === undefined) throw new Error('no duty is decided')
    expect(
      ['2023-04-09', '2023-04-10', '2024-12-31', '2025-01-01'].map(day => bindsOn(ended, duty, day)),
    ).toEqual([false, true, true, false])
  })
})

describe('a bound that is decided', () => {
  const judged = (on: string, decided: { readonly on: string; readonly to?: string }) => {
    const event: HistoryEvent = { event: 'submitted', on, conditions: ['emergency'] }
    const profile: JurisdictionProfile = {
      ...regulation,
      decisions: [
        {
          id: 'bounds',
          name: '界限',
          leftOpen: '没有写明界限',
          decided: { by: 'office', paper: '函', ...decided },
          largeRequest: { vcpus: 1 },
          budget: { overrunPercent: 10 },
          emergency: { flags: ['emergency'], completedBy: 'papers-completed' },
          contacts: { confirmWithinMonths: 12 },
          approvals: [{ change: 'catalogue', steps: [] }],
        },
      ],
    }
    const { model, system } = single({
      history: [event],
      project: { budget: { approved: '100.00', current: '120.00' } },
      zones: { internet: { services: [{ item: 'ecs.small', quantity: 1 }] } },
    })
    const held = profileWithDecisions(profile, model.asOf)
    const { flags } = caseOf(model, held, system, 0)
    return { held, flags, emergencies: emergenciesIn(held, system.value.history).length }
  }

  const first = { on: '2026-02-01' }
  const both = { ...first, to: '2026-02-28' }

  it.each([
    [first, '2026-01-31', false],
    [first, '2026-02-01', true],
    [both, '2026-02-28', true],
    [both, '2026-03-01', false],
  ] as const)('for %o judges what was asked for on %s: %s', (decided, on, binds) => {
    const { flags, emergencies } = judged(on, decided)
    const marks = [flags.includes('large'), flags.includes('budget-overrun')]
    expect([...marks, emergencies]).toEqual([binds, binds, binds ? 1 : 0])
  })

  it('leaves nothing to be asked on a day after its last', () => {
    const lasting = judged('2026-02-01', { ...first, to: '2026-11-23' }).held
    expect([lasting.contacts, lasting.approvals]).toMatchObject([{ confirmWithinMonths: 12 }, [{}]])
    const over = judged('2026-02-01', { ...first, to: '2026-11-22' }).held
    expect([over.contacts, over.approvals]).toEqual([undefined, []])
  })
})

describe('citations', () => {
  const found = (file: string, before: string, after: string) => {
    const text = replaced(file, before, after)
    const own = loaded(new Map([[file, text]])).findings.filter(
      one => one.file === file && one.code !== 'TY4113',
    )
    return own.map(({ code, range }) => [code, range.start, text] as const)
  }

  it.each([
    [
      'TY2033',
      'a requirement cites nothing',
      datong,
      '  - article: DT-11d\n    on: [submitted]',
      '  - on: [submitted]',
      '  - |on: [submitted]\n    papers: [系统迁移',
    ],
    [
      'TY2033',
      'an event cites nothing, and says on what it rests neither',
      datong,
      '      article: DT-15\n      actor: provider',
      '      actor: provider',
      '    |changed:',
    ],
    [
      'TY2033',
      'what the text is said to state cites nothing',
      datong,
      'starts: { event: delivered, stated: text, article: DT-14a }',
      'starts: { event: delivered, stated: text }',
      '  |starts:',
    ],
    [
      'TY2032',
      'a decision cites an article',
      datong,
      'largeRequest: { vcpus: 200,',
      'largeRequest: { article: DT-12, vcpus: 200,',
      'largeRequest: { |article: DT-12',
    ],
    [
      'TY2032',
      'a deadline of a decision cites an article',
      jiuquan,
      '      - id: green-channel-day\n        name: 绿色应急通道开通的期限\n',
      '      - id: green-channel-day\n        article: JQ-24\n        name: 绿色应急通道开通的期限\n',
      '        |article: JQ-24\n        name: 绿',
    ],
    [
      'TY2032',
      'what is only usual cites an article',
      zhejiang,
      'starts: { event: opened, stated: default }',
      'starts: { event: opened, stated: default, article: ZJ-10a }',
      'stated: default, |article: ZJ-10a',
    ],
    [
      'TY2216',
      'a decision says again what the text says',
      datong,
      '    largeRequest: { vcpus: 200,',
      '    platformAssessments: { kinds: [cryptography] }\n    largeRequest: { vcpus: 200,',
      '    |platformAssessments: { kinds: [cryptography] }',
    ],
    [
      'TY2216',
      'a decision defines an event of the text anew',
      jiuquan,
      '    lifecycle:\n      events:\n        papers-completed:',
      '    lifecycle:\n      events:\n        changed: { name: 变更, from: [live], basis: 无, actor: provider }\n        papers-completed:',
      '        |changed: { name: 变更',
    ],
    [
      'TY2216',
      'two decisions decide the same',
      jiuquan,
      '  - id: four-unchanged\n    name: 四个不变承诺书\n    leftOpen: 第十六条要求遵守“四个不变”原则，没有要求另交承诺书。\n',
      '  - id: four-unchanged\n    name: 四个不变承诺书\n    leftOpen: 第十六条要求遵守“四个不变”原则，没有要求另交承诺书。\n    contacts: { confirmWithinMonths: 6 }\n',
      '    |contacts: { confirmWithinMonths: 6 }',
    ],
  ] as const)('%s: %s', (code, _title, file, before, after, mark) => {
    const [first, ...others] = found(file, before, after)
    expect(others).toEqual([])
    expect([first?.[0], first?.[1]]).toEqual([code, positionOf(first?.[2] ?? '', mark)])
  })

  it.each([
    [
      'a contract states it',
      jiuquan,
      'starts: { event: delivered, stated: contract }',
      'starts: { event: delivered, stated: contract, article: JQ-30 }',
    ],
    [
      'the text states it, which goes without saying',
      datong,
      'ends: { event: recovered, stated: text,',
      'ends: { event: recovered,',
    ],
    [
      'an event says on what it rests',
      datong,
      '      article: DT-15\n      actor: provider',
      '      basis: 变更以完成为止\n      actor: provider',
    ],
  ] as const)('are right where %s', (_title, file, before, after) => {
    expect(found(file, before, after)).toEqual([])
  })
})
