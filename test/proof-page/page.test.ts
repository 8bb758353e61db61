import { describe, expect, it } from 'vitest'
import { fileStart, finding } from '../../lib/finding/finding.ts'
import { isolationCodes } from '../../lib/isolation/codes.ts'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { modelDigest } from '../../lib/proof-page/model-digest.ts'
import { proofPage } from '../../lib/proof-page/page.ts'
import { labelsOf, rowsOf } from '../../lib/proof-page/rows.ts'
import { platform, type System, systemStack } from '../isolation/world.ts'
import { provenSystem, sampleProof } from './content.ts'

const many = (count: number, unitSize?: number) =>
  Array.from({ length: count }, (_, index) => provenSystem(index, {}, unitSize))
const countOf = (page: string, text: string) => page.split(text).length - 1

describe('the rows of a zone', () => {
  it.each([
    [60, 10, 'system', 60],
    [61, 10, 'unit', 7],
    [600, 10, 'unit', 60],
    [601, 10, 'jurisdiction', 3],
  ])('for %i systems, %i a unit, are one for each %s: %i', (count, unitSize, level, rows) => {
    const made = rowsOf(many(count, unitSize))
    expect([made.level, made.rows.length]).toEqual([level, rows])
    expect(labelsOf(made).size).toBe(count)
  })

  it('come in one order, whatever the order of the systems', () => {
    const systems = many(30)
    expect(rowsOf(systems.toReversed())).toEqual(rowsOf(systems))
  })

  it('are none where there is no system', () => {
    expect(rowsOf([]).rows).toEqual([])
    expect(proofPage(sampleProof([]))).toContain('没有系统')
  })
})

describe('the page of a proof', () => {
  it('is the same for the same content', () => {
    expect(proofPage(sampleProof(many(20)))).toBe(proofPage(sampleProof(many(20))))
  })

  it('draws each system, and each way from one that names another', () => {
    const page = proofPage(sampleProof(many(20)))
    expect(countOf(page, 'class="box"')).toBe(20 + 1)
    expect(countOf(page, 'class="arrow"')).toBe(2)
    expect(countOf(page, '<details class="witness">')).toBe(2)
  })

  it('has no two arrowheads of one name where several zones are drawn', () => {
    const { zones } = sampleProof(many(20))
    const [one] = zones
    const both = one === undefined ? [] : [one, { ...one, id: 'internet' }]
    const page = proofPage(sampleProof(many(20), { zones: both }))
    const ids = [...page.matchAll(/ id="([^"]+)"/g)].map(([, id]) => id)
    expect(new Set(ids).size).toBe(ids.length)
  })

  it('counts in the matrix, row by row, what is open', () => {
    const page = proofPage(sampleProof(many(61)))
    expect(countOf(page, '<td class="open"')).toBe(7 * 6)
    expect(page).toContain('>7</td>')
  })

  it('takes what manifests say for text', () => {
    const system = provenSystem(0, { name: '</text><script>x</script>', unit: '"><img src=x>' })
    const page = proofPage(sampleProof([system]))
    expect(page).not.toContain('<script>x')
    expect(page).not.toContain('<img')
  })

  it('says first that nothing is proven where an error was found', () => {
    const place = { file: 'catalogue/platform.yaml', range: fileStart, path: [] }
    const found = finding(isolationCodes.nothingBelieved, place, {
      message: isolationCodes.nothingBelieved.title,
    })
    const citation = { zh: '《某办法》第二条', en: 'Some City, SC-2' }
    const page = proofPage(
      sampleProof(many(2), { findings: [{ ...found, severity: 'error', article: 'SC-2', citation }] }),
    )
    expect(page).toContain('《某办法》第二条')
    expect(page.indexOf('id="findings" class="error"')).toBeLessThan(page.indexOf('id="zones"'))
    expect(page.indexOf('id="findings" class="error"')).toBeGreaterThan(0)
    expect(proofPage(sampleProof(many(2)))).not.toContain('id="findings"')
  })

  it('says so where every pair is open', () => {
    const { proof } = sampleProof(many(2))
    const page = proofPage(sampleProof(many(2), { proof: { ...proof, tally: undefined } }))
    expect(page).toContain('任何两个系统之间都可达')
  })
})

describe('the digest of a model', () => {
  const closed: System = { uplink: true, portSecurity: true, rules: [], sharedWith: [], joins: [] }
  const model = modelOfStacks([platform, systemStack(0, closed), systemStack(1, closed)])

  it('is the same in whatever order its elements come', () => {
    const turned = Object.fromEntries(
      Object.entries(model).map(([kind, elements]) => [kind, elements.toReversed()]),
    )
    expect(modelDigest({ ...model, ...turned })).toBe(modelDigest(model))
  })

  it('is another with any element more, less or changed', () => {
    const [subnet] = model.subnets
    const others = [
      modelOfStacks([platform, systemStack(0, closed)]),
      { ...model, subnets: [] },
      {
        ...model,
        subnets: model.subnets.map(one => (one === subnet ? { ...one, pooled: !one.pooled } : one)),
      },
    ]
    expect(new Set([model, ...others].map(modelDigest)).size).toBe(4)
  })
})
