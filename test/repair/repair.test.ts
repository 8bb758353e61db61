import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Finding } from '../../lib/finding/finding.ts'
import { parseDocument } from '../../lib/read/index.ts'
import { isMendable, mended } from '../../lib/repair/index.ts'
import { validateKinds } from '../../lib/validate/check-document.ts'
import { exampleText } from '../example-repository.ts'
import { exampleSchemas } from '../validate/planted.ts'

const file = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'

function findingsOf(text: string): readonly Finding[] {
  const { document, findings } = parseDocument(file, 'system', Buffer.from(text))
  return document === undefined
    ? findings
    : validateKinds([document], () => exampleSchemas, ['system']).findings
}

/** As `validate --fix` does it. */
function fixpoint(text: string): string {
  let now = text
  for (let round = 0; round < 20; round += 1) {
    const { text: next, applied } = mended(now, findingsOf(now))
    if (applied.length === 0) return now
    now = next
  }
  throw new Error('it does not end')
}

/** What a hand slips into, at places of the example: all of it can mean one thing only. */
const slips: readonly (readonly [right: string, wrong: string])[] = [
  ['purpose: 内部管理', 'purpose：内部管理'],
  ['origin: migrated', 'origin: 已建(存量)迁移'],
  ['classified: false', 'classified: "false"'],
  [
    'mlps: { level: 2, filing: 14092-20-00011, assessed: 2026-03-19 }',
    'mlps: { level：２，filing：14092-20-00011，assessed：2026/3/19 }',
  ],
  [
    '- { item: ecs.domestic.4c8g, quantity: 2 }\n      - { item: evs.sas, quantity: 300 }',
    '－ ｛item：ecs.domestic.4c8g、quantity：2｝\n      - { item: evs.sas, quantity: "300" }',
  ],
  ['ports: [443]', 'ports: 【４４３】'],
  ['- event: reviewed\n    on: 2023-05-18', '- event：提出审核意见\n    on: 2023.5.18'],
  ['jurisdiction: ningwu\n', 'jurisdiction:\u00a0ningwu\n'],
  ['note: 全县学校经政务外网办理 }', 'note: 全县学校，经政务外网办理 ｝'],
]

const subsets = fc.subarray([...slips], { minLength: 1 })

describe('mending', () => {
  it('gives back what was meant, and changes nothing else', () => {
    fc.assert(
      fc.property(subsets, chosen => {
        const right = exampleText(file).replace(
          '全县学校经政务',
          chosen.some(([, wrong]) => wrong.includes('，经')) ? '全县学校，经政务' : '全县学校经政务',
        )
        const wrong = chosen.reduce((text, [from, to]) => {
          const at = text.includes(from) ? from : from.replace('全县学校经', '全县学校，经')
          expect(text).toContain(at)
          return text.replace(at, () => to)
        }, right)
        const done = fixpoint(wrong)
        expect(findingsOf(done).filter(isMendable)).toEqual([])
        expect(findingsOf(done)).toEqual([])
        const meant = (text: string) => parseDocument(file, 'system', Buffer.from(text)).document?.value
        expect(meant(done)).toEqual(meant(right))
        const untouched = (text: string) =>
          text.split('\n').filter(line => right.split('\n').includes(line)).length
        expect(untouched(done)).toBeGreaterThanOrEqual(untouched(wrong))
      }),
      { numRuns: 40 },
    )
  })

  it('applies no guess', () => {
    const wrong = exampleText(file)
      .replace('item: evs.sas', 'item: evs.saz')
      .replace('\npurpose:', '\npurpos:')
    const { text, applied } = mended(wrong, findingsOf(wrong))
    expect({ same: text === wrong, applied }).toEqual({ same: true, applied: [] })
  })
})

function change(column: number, end: number, replacement: string): Finding {
  return {
    code: 'TY1327',
    severity: 'error',
    file,
    path: [],
    range: { start: { line: 1, column }, end: { line: 1, column: end } },
    message: { zh: '', en: '' },
    related: [],
    fix: { message: { zh: '', en: '' }, replacement, certain: true },
  }
}

describe('fixes of one text', () => {
  it('leave each other alone where they only touch', () => {
    expect(mended('abcd', [change(3, 4, 'Z'), change(1, 3, '')]).text).toBe('Zd')
  })

  it('are left where they lie over each other, and the others applied', () => {
    const { text, applied } = mended('abcd', [change(1, 3, 'x'), change(2, 4, 'y'), change(4, 5, 'D')])
    expect(text).toBe('abcD')
    expect(applied).toHaveLength(1)
  })

  it('are left where two put different texts into one empty place', () => {
    expect(mended('ab', [change(2, 2, 'x'), change(2, 2, 'y')]).text).toBe('ab')
  })

  it('count once where two say the same', () => {
    expect(mended('ab', [change(1, 2, 'x'), change(1, 2, 'x')]).text).toBe('xb')
  })

  it('are left where they are not certain or say no text', () => {
    const { fix: _, ...plain } = change(1, 2, 'x')
    const guess = { ...plain, fix: { message: { zh: '', en: '' }, replacement: 'x' } }
    const words: Finding = { ...plain, fix: { message: { zh: '', en: '' }, certain: true } }
    expect(mended('ab', [plain, guess, words]).text).toBe('ab')
  })
})
