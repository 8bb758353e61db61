import { describe, expect, it } from 'vitest'
import { policiesFor } from '../../lib/approval/index.ts'
import { caseOf } from '../../lib/profile/case.ts'
import { address, type Edit, pointedAt, written } from './language.ts'

const tiers: Edit = [
  'profile',
  'approvals:\n',
  `sizes:
  - { id: small, name: 小型, vcpus: 0, article: QY-3 }
  - { id: medium, name: 中型, vcpus: 8, monthlyFee: "1000.00", article: QY-3 }
  - { id: huge, name: 大型, vcpus: 64, volumeGib: 1000, article: QY-3 }

approvals:
`,
]
const stepped: Edit = [
  'profile',
  'need: 2, article: QY-3 }',
  'need: 2, when: { sizes: [medium, huge] }, article: QY-3 }',
]
const asks = (quantity: number): Edit => [
  'system',
  '- { item: ecs.domestic.4c8g, quantity: 1 }',
  `- { item: ecs.domestic.4c8g, quantity: ${quantity} }`,
]

function caseAt(edits: readonly Edit[], index: number) {
  const { model, own } = written(edits)
  const profile = model.catalogue.jurisdictions.get('qingyuan')?.value
  const system = model.systemByAddress.get(address)
  if (profile === undefined || system === undefined) throw new Error(own.map(({ code }) => code).join())
  return { profile, of: caseOf(model, profile, system, index) }
}

describe('tiers of size', () => {
  it.each([
    [1, 'small', ['audit']],
    [2, 'medium', ['audit', 'board']],
    [15, 'medium', ['audit', 'board']],
    [16, 'huge', ['audit', 'board']],
  ] as const)('of %i servers with four cores come to %s, and choose the steps', (quantity, tier, steps) => {
    const { profile, of } = caseAt([tiers, stepped, asks(quantity)], 0)
    expect(of.size()).toBe(tier)
    expect(policiesFor(profile, 'request', of)[0]?.steps.map(({ id }) => id)).toEqual(steps)
  })

  it('are of what is granted once there is a grant', () => {
    expect(caseAt([tiers, asks(16)], 1).of.size()).toBe('small')
  })

  it('are reached by the fee alone', () => {
    const dear: Edit = [
      tiers[0],
      tiers[1],
      tiers[2].replace('vcpus: 8, monthlyFee: "1000.00"', 'monthlyFee: "FEE"'),
    ]
    const of = (fee: string) => caseAt([[dear[0], dear[1], dear[2].replace('FEE', fee)]], 0).of.size()
    expect([of('0.01'), of('1000000.00')]).toEqual(['medium', 'small'])
  })

  it('are none where the regulation has none', () => {
    expect(caseAt([], 0).of.size()).toBeUndefined()
  })

  it('have to be defined where a condition names them', () => {
    const wrong: Edit = [stepped[0], stepped[1], stepped[2].replace('medium', 'medum')]
    const result = written([tiers, wrong])
    expect(result.own.map(found => [found.code, pointedAt(result, found), found.fix?.replacement])).toEqual([
      ['TY2217', 'medum', 'medium'],
    ])
  })

  it('say at least one bound', () => {
    const bare: Edit = [tiers[0], tiers[1], tiers[2].replace('name: 小型, vcpus: 0', 'name: 小型')]
    expect(written([bare]).own.length).toBe(1)
  })
})

describe('a regulation that another repeals', () => {
  // By itself here: what counts is which one it names, and from when.
  const repealing = (jurisdiction: string): Edit => [
    'profile',
    '  articles: QY\n',
    `  repeals: [{ title: 旧办法, jurisdiction: ${jurisdiction}, article: QY-9 }]\n  articles: QY\n`,
  ]

  it('takes no requests from the day on which the other is in force', () => {
    const of = (inForce: string) =>
      written([repealing('qingyuan'), ['profile', 'inForce: 2025-02-01', `inForce: ${inForce}`]]).own.map(
        ({ code, message }) => [code, message.zh.includes('废止')],
      )
    expect(of('2026-03-02')).toEqual([['TY4105', true]])
    // Before it is in force it repeals nothing, and takes no requests either.
    expect(of('2026-03-03')).toEqual([['TY4105', false]])
  })

  it('must be one of the catalogue', () => {
    const result = written([repealing('qingyuen')])
    const [found] = result.own
    expect([found?.code, found && pointedAt(result, found), found?.fix?.replacement]).toEqual([
      'TY2023',
      'qingyuen',
      'qingyuan',
    ])
  })
})
