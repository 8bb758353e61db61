import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { baseSchema } from '../../../lib/validate/base-schemas.ts'
import { valueAt } from '../../../lib/validate/json-schema.ts'
import { positionOf, replaced } from '../../example-repository.ts'
import { covered, documentOf, mended, mistakesOf, onlyMistake, planted } from '../planted.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const unit = 'tenants/xishuangbanna/rensheju/unit.yaml'
const network = 'catalogue/services/network.yaml'
const profile = 'catalogue/jurisdictions/xishuangbanna.yaml'
const forms = 'catalogue/forms/xishuangbanna.yaml'
const platform = 'catalogue/platform.yaml'
const calendar = 'catalogue/calendar.yaml'

/** `before|text` of a file, what is written instead of the text, and what belongs there. */
type Case = readonly [file: string, mark: string, wrong: string, replacement?: string]

const commit = 'abcdef0123456789abcdef0123456789abcdef01'
const source = '2025-07-02\n    source: { |forge: gitea, change: 1'

/** By the pattern that is missed: where it stands in the schemas. */
const cases: Readonly<Record<string, readonly Case[]>> = {
  'common $defs shortSlug': [
    [unit, '\n  id: |rensheju', 'Ren_she Ju', 'ren-she-ju'],
    [unit, '\n  id: |rensheju', '人社局'],
  ],
  'common $defs slug': [
    [shebao, '\n  id: |shebao-jingban', "'Shebao-Jingban'", 'shebao-jingban'],
    [shebao, '\n  id: |shebao-jingban', 'shebao\n    jingban', 'shebao-jingban'],
    [shebao, '\n  id: |shebao-jingban', '>-\n    Shebao_jingban', 'shebao-jingban'],
    [shebao, '\n  id: |shebao-jingban', '|\n    ｓｈｅｂａｏ', 'shebao'],
    [shebao, '\n  id: |shebao-jingban', '"NULL "', '"null"'],
    [shebao, '\n  id: |shebao-jingban', '2-shebao'],
  ],
  'common $defs itemId': [
    [network, 'id: |eip.bgp.5m', 'EIP.BGP.5M', 'eip.bgp.5m'],
    [network, 'id: |eip.bgp.5m', 'eip/bgp'],
  ],
  'common $defs line': [
    [shebao, 'authorisedBy: |西人社函〔2025〕57号', '" 西人社函〔2025〕57号 "', '西人社函〔2025〕57号'],
    [unit, 'shortName: |州人社局', '|\n    州人社局', '州人社局'],
    [unit, 'shortName: |州人社局', '"州: {人} #社局 "', '"州: {人} #社局"'],
    [unit, 'shortName: |州人社局', '"  "'],
    [
      calendar,
      '04-13, day: holiday, jurisdiction: xishuangbanna, basis: |西双版纳傣族自治州傣历新年节放假通知（示例）',
      '" 甲"',
      '甲',
    ],
  ],
  'common $defs money': [
    [network, 'price: |"860.00"', '"1,860.00 元"', '"1860.00"'],
    [network, 'price: |"860.00"', '860元', '"860"'],
    [network, 'price: |"860.00"', '￥860.00', '"860.00"'],
    [network, 'price: |"860.00"', '"-860"'],
  ],
  'common $defs article': [
    [forms, 'articles: [|XS-19.1', '"XS-19.1 "', 'XS-19.1'],
    [forms, 'articles: [|XS-19.1', '第十九条'],
  ],
  'common $defs phone': [[unit, 'phone: |0691-0000104', '无']],
  'common $defs cidr': [
    [shebao, 'ipv4: |10.64.0.192/26', '" 10.64.0.192/26"', '"10.64.0.192/26"'],
    [shebao, 'ipv4: |10.64.0.192/26', '10.64.0.192'],
  ],
  'form $defs factName': [[forms, 'choice: { fact: |system.classified', '是否涉密']],
  'jurisdiction properties regulation properties articles': [[profile, 'articles: |XS', 'xs']],
  'requirement properties facts items': [
    [profile, 'facts: [|domestic.exception', '"domestic.exception "', 'domestic.exception'],
    [profile, 'facts: [|domestic.exception', 'domestic/exception'],
  ],
  'common $defs ipAddress': [
    [platform, 'nameservers: [|203.0.113.2', '"203.0.113.2 "', '"203.0.113.2"'],
    [platform, 'nameservers: [|203.0.113.2', 'dns.example.org'],
  ],
  'system $defs ports items anyOf 1': [
    [shebao, 'ports: [22, |3306', '"8000-8010 "', '"8000-8010"'],
    [shebao, 'ports: [22, |3306', '"８０００－８０１０"', '"8000-8010"'],
    [shebao, 'ports: [22, |3306', 'mysql'],
    [shebao, 'ports: [22, |3306', '"443 "'],
  ],
  'system $defs ingressRule properties from': [
    [shebao, '[443] }\n      - { from: |self', 'Self', 'self'],
    [shebao, '[443] }\n      - { from: |self', 'anywhere'],
  ],
  'system $defs egressRule properties to': [
    [shebao, '- { to: |system:gonganju/huji-guanli', 'unit:gonganju'],
  ],
  'system $defs event properties source properties commit': [
    [shebao, source, `commit: ${commit.toUpperCase()}`, commit],
    [shebao, source, 'commit: HEAD'],
  ],
}

describe.each(Object.entries(cases))('a text that misses the pattern of %s', (form, places) => {
  it.each(places.map(one => [one.slice(0, 3).join(' '), one] as const))('%s', (_, one) => {
    const [file, mark, wrong, replacement] = one
    const { text, found } = planted(file, mark, wrong)
    expect(found.code).toBe('TY2005')
    expect(covered(text, found.range)).toBe(wrong.replace(/^commit: /, ''))
    expect(found.fix?.replacement).toBe(replacement)
    const words = valueAt(baseSchema(form.split(' ')[0] ?? ''), pathOf(form))
    expect({ zh: found.message.zh, en: found.message.en }).toEqual({
      zh: expect.stringContaining(String(valueAt(words, ['zh']))),
      en: expect.stringContaining(String(valueAt(words, ['en']))),
    })
    if (replacement !== undefined) expect(mistakesOf(file, mended(text, found))).toEqual([])
  })
})

function pathOf(form: string): readonly (string | number)[] {
  const steps = form.split(' ').slice(1)
  return [...steps.map(step => (/^\d+$/.test(step) ? Number(step) : step)), 'x-form']
}

/** Whole words of an id, and what people make of them. */
const ids = fc.stringMatching(/^[a-z][a-z0-9]{0,5}(?:-[a-z0-9]{1,5}){0,2}$/).filter(id => id.length >= 2)
const fullWidth = (text: string) =>
  text.replaceAll(/[!-~]/g, sign => String.fromCodePoint((sign.codePointAt(0) ?? 0) + 0xfee0))
const habits: Readonly<Record<string, (text: string) => string>> = {
  'in capitals': text => text.toUpperCase(),
  'with underscores': text => `${text.replaceAll('-', '_')}`.replace(/^./, first => first.toUpperCase()),
  'with blanks for hyphens': text => ` ${text.replaceAll('-', ' ')}`,
  'with blanks around it': text => `  ${text} `,
  'in full-width signs': fullWidth,
  'in full-width capitals': text => fullWidth(text.toUpperCase()),
}
const styles: Readonly<Record<string, (text: string) => string>> = {
  'double quotes': text => JSON.stringify(text),
  'single quotes': text => `'${text}'`,
  'a folded block': text => `>-\n    ${text.trim()}`,
}

describe('an id that is written otherwise', () => {
  it.each(Object.entries(habits))('is mended in place, %s, in every style of YAML', (_, habit) => {
    fc.assert(
      fc.property(ids, fc.constantFrom(...Object.values(styles)), (id, style) => {
        const wrong = habit(id)
        const text = replaced(unit, '\n  id: rensheju', `\n  id: ${style(wrong)}`)
        const found = mistakesOf(unit, text)
        // What only has blanks around it has none in a block.
        if (found.length === 0) return
        const { value } = documentOf(unit, mended(text, onlyMistake(unit, text)))
        expect(valueAt(value, ['metadata', 'id'])).toBe(id)
      }),
    )
  })
})

describe('a fee that is written otherwise', () => {
  const groups = (yuan: string) => yuan.replace(/\B(?=(?:\d{3})+$)/g, ',')
  it('is mended in place to the same amount', () => {
    fc.assert(
      fc.property(
        fc.nat({ max: 999_999_999 }),
        fc.option(fc.stringMatching(/^\.[0-9]{1,4}$/), { nil: '' }),
        fc.constantFrom('', '¥', '￥', '¥ '),
        fc.constantFrom('元', ' 元', ' '),
        fc.boolean(),
        (yuan, decimals, before, after, wide) => {
          const written = `${before}${groups(String(yuan))}${decimals}${after}`
          const wrong = JSON.stringify(wide ? fullWidth(written) : written)
          const text = replaced(network, 'price: "860.00"', `price: ${wrong}`)
          const { value } = documentOf(network, mended(text, onlyMistake(network, text)))
          expect(JSON.stringify(value)).toContain(`"price":"${yuan}${decimals}"`)
        },
      ),
    )
  })
})

describe('a date', () => {
  const at = 'event: submitted\n    on: '
  it.each([
    ['20250702', '2025-07-02'],
    ['2025/7/2', '2025-07-02'],
    ['2025.7.2', '2025-07-02'],
    ['2025年7月2日', '2025-07-02'],
    ['"20250702"', '2025-07-02'],
    ['20251302', undefined],
    ['20250230', undefined],
    ['2025-02-30', undefined],
    ['2025', undefined],
    ['七月二日', undefined],
    ['0000-03-19', undefined],
    ['0202-07-02', undefined],
    ['1949-12-31', undefined],
    ['2200-01-01', undefined],
    ['9999-12-31', undefined],
    ['0225/7/2', undefined],
  ])('written %s is found at its place, and only means %s', (wrong, meant) => {
    const text = replaced(shebao, `${at}2025-07-02`, at + wrong)
    const found = onlyMistake(shebao, text)
    expect(found.code).toBe('TY2006')
    expect(found.range.start).toEqual(positionOf(text, `${at}|${wrong}`))
    expect(covered(text, found.range)).toBe(wrong)
    expect(found.fix?.replacement).toBe(meant)
    if (meant !== undefined) expect(mistakesOf(shebao, mended(text, found))).toEqual([])
  })

  it.each(['1950-01-01', '2199-12-31'])('on %s can be meant', day => {
    expect(mistakesOf(shebao, replaced(shebao, `${at}2025-07-02`, at + day))).toEqual([])
  })
})
