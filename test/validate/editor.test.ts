import { describe, expect, it } from 'vitest'
import { validateKinds } from '../../lib/validate/check-document.ts'
import { composeSchemas } from '../../lib/validate/index.ts'
import { valueAt } from '../../lib/validate/json-schema.ts'
import { exampleText, replaced } from '../example-repository.ts'
import { documentOf, exampleDocuments, exampleSchemas } from './planted.ts'

const file = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const system = exampleSchemas.get('system.schema.json')
const unit = exampleSchemas.get('unit.schema.json')

function rulesFor(schema: unknown, jurisdiction: string): unknown {
  const rules = valueAt(schema, ['allOf'])
  return Array.isArray(rules)
    ? rules.find(
        rule =>
          valueAt(rule, ['if', 'properties', 'metadata', 'properties', 'jurisdiction', 'const']) ===
          jurisdiction,
      )
    : undefined
}

/** What stands beside an item in an editor once a file of the catalogue is another. */
function wordsOf(item: string, file: string, text: string): string {
  const documents = exampleDocuments.map(one => (one.file === file ? documentOf(file, text) : one))
  const items = valueAt(composeSchemas(documents, []).get('system.schema.json'), ['$defs', 'item-internet'])
  const ids = valueAt(items, ['enum'])
  const at = Array.isArray(ids) ? ids.indexOf(item) : -1
  return String(valueAt(items, ['enumDescriptions', at]))
}

const paperTypes = ['items', 'properties', 'type', 'examples']

describe('what an editor offers from the composed schemas', () => {
  it('names the fee and the unit of measure beside an item', () => {
    const items = valueAt(system, ['$defs', 'item-internet'])
    const ids = valueAt(items, ['enum'])
    const words = valueAt(items, ['enumDescriptions'])
    const at = Array.isArray(ids) ? ids.indexOf('ecs.general.1c2g') : -1
    expect(valueAt(words, [at])).toBe(
      '通用型云主机 1核2G · General server 1 vCPU 2 GiB · 计量单位：台 · 费用：每月 68.00 元',
    )
  })

  it.each([
    ['{ negotiated: true, basis: 示例 }', '面议'],
    [
      '{ basis: 示例, charges: [{ per: once, price: "5.00" }, { per: month, price: "68.00", discount: { factor: "0.9", basis: 合同 } }] }',
      '一次性 5.00 元；每月 68.00 元（按系数 0.9 折扣，依据合同）',
    ],
    ['{ price: 68, per: month }', undefined],
  ])('says of the fee %s that it is %s', (fee, words) => {
    const file = 'catalogue/services/compute.yaml'
    const basis = '财云〔2024〕17号《关于调整政务云服务目录费用标准的通知》（示例）'
    const text = replaced(file, `fee: { price: "68.00", per: month, basis: ${basis} }`, `fee: ${fee}`)
    const ends = words === undefined ? '计量单位：台' : `计量单位：台 · 费用：${words}`
    expect(wordsOf('ecs.general.1c2g', file, text).endsWith(ends)).toBe(true)
  })

  it.each([
    ['{ least: 4, step: 2 }', '至少 4，须为 2 的整数倍'],
    [
      '{ optionOf: { items: [ecs.general.2c4g], most: 2 }, excludes: [evs.sata] }',
      '供“通用型云主机 2核4G”选配（每一份至多 2） · 不能与“普通块存储”一并申请',
    ],
    ['{ needs: [ecs.none] }', '须一并申请“ecs.none”'],
    ['{ needs: ecs.none }', '费用：每月 68.00 元'],
  ])('says of an item sold by the terms %s that it is %s', (terms, words) => {
    const file = 'catalogue/services/compute.yaml'
    const text = replaced(
      file,
      'fee: { price: "68.00", per: month,',
      `order: ${terms}\n        fee: { price: "68.00", per: month,`,
    )
    expect(wordsOf('ecs.general.1c2g', file, text).endsWith(` · ${words}`)).toBe(true)
  })

  it('offers a whole line of services, which is what works within braces', () => {
    const snippets = valueAt(system, ['$defs', 'line-extranet', 'defaultSnippets'])
    expect(snippets).toContainEqual({
      label: 'eip.extranet.100m',
      description: expect.stringContaining('计量单位'),
      body: { item: 'eip.extranet.100m', quantity: '^$1' },
    })
  })

  it('offers the papers of the regulation, in events, beside them and of units', () => {
    const ningwu = valueAt(rulesFor(system, 'ningwu'), ['then', 'properties'])
    expect(valueAt(ningwu, ['papers', ...paperTypes])).toContain('资源交付回执单')
    expect(valueAt(ningwu, ['history', 'items', 'properties', 'papers', ...paperTypes])).toContain(
      '应用推广文件',
    )
    expect(valueAt(rulesFor(unit, 'datong'), ['then', 'properties', 'papers', ...paperTypes])).not.toContain(
      '政务云资源需求申请表',
    )
  })

  it('offers events in the order of the profile, which is that of a case', () => {
    const event = ['then', 'properties', 'history', 'items', 'properties', 'event', 'enum']
    const events = valueAt(rulesFor(system, 'ningwu'), event)
    const known = ['submitted', 'refused', 'reviewed', 'agreed', 'delivered', 'live', 'terminated']
    const offered = Array.isArray(events) ? events.filter(one => known.includes(one)) : []
    expect(offered).toEqual(known)
  })

  it('gives the Chinese terms of words that are not', () => {
    expect(valueAt(system, ['properties', 'origin', 'enumDescriptions', 0])).toBe('新建')
    expect(valueAt(unit, ['properties', 'category', 'enumDescriptions', 0])).toBe('党委机关')
  })
})

describe('an event', () => {
  const codesOf = (text: string, schemas = exampleSchemas) =>
    validateKinds([documentOf(file, text)], () => schemas, ['system']).findings.map(({ code }) => code)

  it('of no regulation is refused by the schema alone, whatever jurisdiction the file names', () => {
    const foo = replaced(file, '- event: submitted', '- event: foo')
    expect(codesOf(foo)).toEqual(['TY2024'])
    expect(codesOf(foo.replace('  jurisdiction: ningwu\n', ''))).toEqual(['TY2002', 'TY2024'])
    expect(codesOf(exampleText(file).replace('  jurisdiction: ningwu\n', ''))).toEqual(['TY2002'])
  })

  it('is not refused where a profile cannot be read', () => {
    const known = exampleDocuments.filter(document => document.file !== 'catalogue/jurisdictions/ningwu.yaml')
    const schemas = composeSchemas(known, ['catalogue/jurisdictions/ningwu.yaml'])
    expect(codesOf(replaced(file, '- event: submitted', '- event: foo'), schemas)).toEqual([])
  })
})
