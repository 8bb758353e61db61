import { describe, expect, test } from 'vitest'
import { lineText } from '../../lib/form/document.ts'
import { parseReference } from '../../lib/form/fact.ts'
import { facts, readFact } from '../../lib/form/facts/index.ts'
import { fill, piecesOf } from '../../lib/form/template.ts'
import { everyForm, exampleModel, subjectAt } from './example-forms.ts'

const receipt = subjectAt(exampleModel, 'ningwu/weijianju/yimiao-yuyue', 'receipt')

/** The reference of a fact, with an argument where it takes one. */
function referenceOf(name: string): string {
  const argument = { event: 'submitted', role: 'authority', paper: '上云请示报告', label: '签字' }
  const kind = facts.get(name)?.argument
  return kind === undefined ? name : name.replace('()', `(${argument[kind]})`)
}

describe('the registry of facts', () => {
  test.each([...facts.keys()])('%s can be named, and reads as a value or a blank with a name', name => {
    const reference = referenceOf(name)
    expect(parseReference(reference)?.name).toBe(name)
    const { value, label } = readFact(reference, receipt)
    expect(label).toMatch(/\S/)
    if (value !== undefined) expect(value.text).toMatch(/\S/)
  })

  test('a fact with a closed list of codes gives no other, for any system', () => {
    for (const [name, { codes }] of facts) {
      if (codes === undefined) continue
      const given = everyForm.flatMap(({ subject }) => readFact(name, subject).value?.code ?? [])
      expect(codes, name).toEqual(expect.arrayContaining([...new Set(given)]))
    }
  })

  test.each([
    ['system.name', '疫苗接种预约系统（示例）'],
    ['system.origin', '新建系统'],
    ['system.mlps.level', '第二级'],
    ['system.project.period.from', '2022年7月1日'],
    ['unit.shortName', '县卫健体局'],
    ['unit.applying', '宁武县卫生健康和体育局（示例）'],
    ['history.last(delivered).on', '2022年9月22日'],
    ['history.last(change-submitted).reason', '流感疫苗接种季预约量增长，申请扩容。'],
    ['history.paper(资源变更申请单).number', 'NWBG-2023-002'],
    ['paper(数据移交清单|数据清除证明).by', undefined],
    ['paper(资源变更申请单).number', undefined],
    ['paper(资源注销申请单|资源变更申请单).number', 'NWZX-2024-003'],
    ['role(authority)', '县政务信息管理局'],
    ['stage', '资源注销'],
    ['stage.number', 'NWHZ-2024-011'],
  ])('%s reads %s', (reference, text) => {
    expect(readFact(reference, receipt).value?.text).toBe(text)
  })

  test('what did not happen by the day is not known on it', () => {
    const earlier = subjectAt(
      { ...exampleModel, asOf: '2023-01-01' },
      'ningwu/weijianju/yimiao-yuyue',
      'receipt',
    )
    expect(readFact('history.last(recovered).on', earlier)).toMatchObject({ value: undefined, shape: 'date' })
    expect(readFact('stage', earlier).value?.text).toBe('资源交付')
  })
})

describe('a template', () => {
  test('is words and facts in turn', () => {
    expect(piecesOf('甲{a.b}乙{c(丁).d}')).toEqual([
      { kind: 'words', text: '甲' },
      { kind: 'fact', reference: 'a.b' },
      { kind: 'words', text: '乙' },
      { kind: 'fact', reference: 'c(丁).d' },
    ])
  })

  test('leaves a blank with a name where nothing is known', () => {
    const [line = []] = fill('签发人：{blank(签发人)}', receipt)
    expect(line.at(-1)).toEqual({ kind: 'blank', label: '签发人', shape: 'line' })
    expect(lineText(line).startsWith('签发人：')).toBe(true)
  })
})
