import { describe, expect, it } from 'vitest'
import { owedAt } from '../../lib/profile/owed.ts'
import { address, type Edit, pointedAt, written } from './language.ts'

const declared: Edit = [
  'profile',
  'scope:\n',
  `facts:
  rto: { name: 恢复时间目标, type: number, unit: 小时, article: QY-2 }
  core: { name: 核心业务系统, type: boolean, article: QY-2 }
  opened: { name: 对外开放日, type: date, article: QY-2 }
  tier: { name: 业务等级, type: choice, choices: { first: 一级, second: 二级 }, article: QY-2 }
  audience: { name: 服务对象, type: text, article: QY-2 }
  staff: { name: 编制人数, of: unit, type: number, unit: 人, article: QY-2 }

scope:
`,
]

const stated: Edit = [
  'system',
  'contacts:\n',
  'facts: { rto: 4, core: true, opened: 2026-05-01, tier: first, audience: 市民 }\ncontacts:\n',
]
const staffed: Edit = ['unit', 'category: county', 'category: county\nfacts: { staff: 30 }']

/** The paper that is owed at the filing where a condition holds. */
const asked = (when: string): Edit => [
  'profile',
  'requirements:\n',
  `requirements:\n  - { article: QY-2, on: [filed], papers: [测算说明], when: ${when} }\n`,
]

function owes(edits: readonly Edit[]): boolean {
  const { model, own } = written(edits)
  const profile = model.catalogue.jurisdictions.get('qingyuan')?.value
  const system = model.systemByAddress.get(address)
  if (profile === undefined || system === undefined) throw new Error(own.map(({ code }) => code).join())
  const at = { event: 'filed', index: 0, on: '2026-03-02' }
  return owedAt(model, profile, system, at).some(({ unmet }) => unmet.papers.includes('测算说明'))
}

describe('what a regulation wants to know beside what all want', () => {
  it('is stated in the manifests of systems and units', () => {
    expect(written([declared, stated, staffed]).own).toEqual([])
  })

  it.each<readonly [string, Edit, string, string]>([
    ['of another type', ['system', 'contacts:\n', 'facts: { rto: "4" }\ncontacts:\n'], 'TY2003', '"4"'],
    [
      'not among the choices',
      ['system', 'contacts:\n', 'facts: { tier: third }\ncontacts:\n'],
      'TY2004',
      'third',
    ],
    [
      'no day',
      ['system', 'contacts:\n', 'facts: { opened: 2026-02-30 }\ncontacts:\n'],
      'TY2006',
      '2026-02-30',
    ],
    ['unknown', ['system', 'contacts:\n', 'facts: { rpo: 4 }\ncontacts:\n'], 'TY2001', 'rpo'],
    ['the unit’s', ['system', 'contacts:\n', 'facts: { staff: 4 }\ncontacts:\n'], 'TY2001', 'staff'],
    ['the system’s', ['unit', 'category: county', 'category: county\nfacts: { rto: 4 }'], 'TY2001', 'rto'],
  ])('is refused where it is %s', (_title, edit, code, at) => {
    const result = written([declared, edit])
    const [found] = result.own
    expect([found?.code, found && pointedAt(result, found)]).toEqual([code, at])
  })

  it('is nothing where the regulation wants nothing', () => {
    const result = written([stated])
    expect(new Set(result.own.map(({ code }) => code))).toEqual(new Set(['TY2001']))
  })

  it.each([
    ['facts.rto', 'TY4203', []],
    ['unit.facts.staff', 'TY4203', []],
    ['facts.rto', undefined, [stated]],
    ['unit.facts.staff', undefined, [staffed]],
    ['facts.rpo', 'TY2206', [stated]],
    ['facts.staff', 'TY2206', [stated]],
    ['unit.facts.rto', 'TY2206', [stated]],
  ] as const)('may be demanded: %s gives %s', (fact, code, edits) => {
    const demanded: Edit = [
      'profile',
      'requirements:\n',
      `requirements:\n  - { article: QY-2, on: [filed], facts: [${fact}] }\n`,
    ]
    const codes = written([declared, demanded, ...edits]).own.map(found => found.code)
    expect(codes).toEqual(code === undefined ? [] : expect.arrayContaining([code]))
  })
})

describe('conditions', () => {
  it.each<readonly [string, boolean]>([
    ['{ facts: { core: { equals: true } } }', true],
    ['{ facts: { core: { equals: false } } }', false],
    ['{ facts: { rto: { below: 4 } } }', false],
    ['{ facts: { rto: { below: 4.5 } } }', true],
    ['{ facts: { rto: { atLeast: 4 } } }', true],
    ['{ facts: { rto: { atLeast: 4, below: 4 } } }', false],
    ['{ facts: { rto: { atLeast: 5 } } }', false],
    ['{ facts: { opened: { atLeast: 2026-05-01 } } }', true],
    ['{ facts: { opened: { below: 2026-05-01 } } }', false],
    ['{ facts: { tier: { equals: second } } }', false],
    ['{ facts: { audience: { equals: 市民 } } }', true],
    ['{ facts: { staff: { below: 50 } } }', false],
    ['{ not: { facts: { staff: { atLeast: 50 } } } }', true],
    ['{ zones: [extranet] }', true],
    ['{ zones: [internet] }', false],
    ['{ pools: [shared] }', true],
    ['{ pools: [dedicated] }', false],
    ['{ purposes: [内部管理] }', true],
    ['{ purposes: [政务服务] }', false],
  ])('%s holds of the system: %s', (when, holds) => {
    const zones: Edit = ['profile', 'zones:\n', 'zones:\n  internet: { name: 互联网区, article: QY-1 }\n']
    expect(owes([declared, stated, zones, asked(when)])).toBe(holds)
  })

  it('of a unit’s facts hold where it states them', () => {
    expect(owes([declared, stated, staffed, asked('{ facts: { staff: { below: 50 } } }')])).toBe(true)
  })

  it.each<readonly [string, string, string | undefined]>([
    ['{ zones: [extranets] }', 'extranets', 'extranet'],
    ['{ pools: [share] }', 'share', 'shared'],
    ['{ facts: { rtoo: { below: 4 } } }', 'rtoo', 'rto'],
    ['{ facts: { rto: { equals: "4" } } }', '"4"', undefined],
    ['{ facts: { core: { atLeast: 1 } } }', '1', undefined],
    ['{ facts: { opened: { below: 2026 } } }', '2026', undefined],
    ['{ facts: { tier: { equals: third } } }', 'third', undefined],
    ['{ not: { facts: { audience: { below: x } } } }', 'x', undefined],
  ])('that could never hold are refused where they stand: %s', (when, at, meant) => {
    const result = written([declared, asked(when)])
    const found = result.own.filter(({ code }) => code === 'TY2217')
    expect(found.map(one => [pointedAt(result, one), one.fix?.replacement])).toEqual([[at, meant]])
  })

  it.each([
    ['type: choice, choices: { first: 一级, second: 二级 }', 'type: choice', 'choice'],
    ['type: boolean, article', 'type: boolean, choices: { a1: 甲, b1: 乙 }, article', 'choices'],
    ['type: date, article', 'type: date, unit: 日, article', 'unit'],
  ])('of what a fact is are whole: %s → %s', (before, after, at) => {
    const [part, mark, text] = declared
    const result = written([[part, mark, text.replace(before, after)]])
    expect(result.own.map(found => [found.code, pointedAt(result, found)])).toEqual([['TY2218', at]])
  })

  it('of steps of an approval are looked through for events that are not there', () => {
    const step: Edit = [
      'profile',
      'roles: [auditor], article',
      'roles: [auditor], when: { after: [fild] }, article',
    ]
    const result = written([step])
    expect(result.own.map(found => [found.code, pointedAt(result, found)])).toEqual([['TY2205', 'fild']])
  })
})
