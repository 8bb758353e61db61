import { describe, expect, it } from 'vitest'
import type { Finding } from '../../lib/finding/finding.ts'
import { exampleText, loaded } from '../example-repository.ts'
import { requiredFacts, requiredPapers, without } from './required.ts'

function fileOf(address: string): string {
  return `tenants/${address}.yaml`
}

function unitOf(address: string): string {
  return `tenants/${address.split('/').slice(0, 2).join('/')}/unit.yaml`
}

/** The findings in a system's file once an edit was made to it and to its unit's file. */
function findingsAfter(address: string, edit: (text: string) => string): readonly Finding[] {
  const files = [fileOf(address), unitOf(address)]
  const changed = new Map(files.map(file => [file, edit(exampleText(file))]))
  return loaded(changed).findings.filter(({ file }) => file === files[0])
}

describe('papers that the regulations ask for', () => {
  it.each(requiredPapers)('%s: %s lacks 《%s》 at “%s”', (article, address, types, event) => {
    const own = findingsAfter(address, without(types)).filter(finding => finding.code === 'TY4201')
    const lacking = own.filter(finding => finding.article === article)
    const messages = lacking.map(({ message }) => message.zh)
    expect(
      messages.filter(zh => types.split('|').every(type => zh.includes(`《${type}》`))).join(),
    ).toContain(`“${event}”`)
    const text = without(types)(exampleText(fileOf(address)))
    const lines = text.split('\n')
    for (const { range } of lacking)
      expect(lines[range.start.line - 1]).toMatch(/^ {4}papers:|^ {2}- event: /)
  })
})

describe('facts, reasons and abilities that the regulations ask for', () => {
  it.each(requiredFacts)('%s: %s, %s', (article, address, _title, edit, code, named) => {
    const own = findingsAfter(address, edit).filter(finding => finding.code === code)
    const cited = own.filter(finding => code.startsWith('TY2') || finding.article === article)
    expect(cited.map(({ message }) => message.zh).join()).toContain(named)
  })
})

describe('what no regulation asks for, but an authority has decided', () => {
  it.each([
    ['datong/shichangju/shipin-zhuisu', 'datong', (text: string) => text],
    ['ningwu/jiaoyuju/xueji-guanli', 'ningwu', (text: string) => text.replace('level: 2', 'level: 3')],
  ] as const)('%s: a level 3 system is granted no backup, which cites no article', (address, id, level) => {
    const edit = (text: string) => level(text.replaceAll(/ +- \{ item: cbr.volume.*\n/g, ''))
    const own = findingsAfter(address, edit).filter(({ code }) => code === 'TY4205')
    expect(own.length).toBeGreaterThan(0)
    for (const { article, related } of own) {
      expect(article).toBeUndefined()
      expect(related.map(({ file }) => file)).toEqual([`catalogue/jurisdictions/${id}.yaml`])
      expect(related[0]?.message.zh).toContain('（示例）')
    }
  })

  it('a refusal says why under every regulation', () => {
    const edit = (text: string) => text.replace('event: change-approved', 'event: change-refused')
    const own = findingsAfter('jiuquan/wenlvju/jingqu-piaowu', edit).filter(({ code }) => code === 'TY4204')
    expect(own.map(({ article, message }) => [article, message.zh])).toEqual([
      [undefined, '“退回变更申请”未写明理由（reason）'],
    ])
  })
})
