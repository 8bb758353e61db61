import { expect, test } from 'vitest'
import { codeDefinitions } from '../../lib/codes.ts'
import { coverageOf } from '../../lib/coverage/index.ts'
import { renderForm } from '../../lib/form/render/index.ts'
import { exampleText, loaded } from '../example-repository.ts'
import { exampleModel, filled } from './example-forms.ts'

test('every article that asks for a form has one', () => {
  const asked = coverageOf(exampleModel, codeDefinitions).filter(({ article }) =>
    article.kinds.includes('form'),
  )
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.filter(({ pending }) => pending.includes('form')).map(({ article }) => article.id)).toEqual([])
})

test('forms have their own ids and names in each jurisdiction', () => {
  for (const { value } of exampleModel.catalogue.forms.values()) {
    const [ids, names] = [value.forms.map(({ id }) => id), value.forms.map(({ name }) => name)]
    expect(new Set(ids).size).toBe(ids.length)
    expect(new Set(names).size).toBe(names.length)
  }
})

const sixthForms = `apiVersion: tenantry/v1
kind: FormSet
jurisdiction: liucheng
forms:
  - id: request
    name: 用云申请
    articles: [NW-2.1a]
    subject: system
    layout: form
    title: [六城市用云申请]
    blocks:
      - fields: { rows: [[{ label: 系统名称, value: "{system.name}" }]] }
      - services: { of: requested }
`

test('a sixth jurisdiction gets its forms by YAML alone', async () => {
  const [profile, unit, system] = [
    'catalogue/jurisdictions/ningwu.yaml',
    'tenants/ningwu/jiaoyuju/unit.yaml',
    'tenants/ningwu/jiaoyuju/xueji-guanli.yaml',
  ].map(file => exampleText(file).replace(/\bningwu\b/g, 'liucheng'))
  const { model, findings } = loaded(
    new Map([
      ['catalogue/jurisdictions/liucheng.yaml', profile],
      ['catalogue/forms/liucheng.yaml', sixthForms],
      ['tenants/liucheng/jiaoyuju/unit.yaml', unit],
      ['tenants/liucheng/jiaoyuju/xueji-guanli.yaml', system],
    ]),
  )
  expect(findings.filter(({ file }) => file.startsWith('catalogue/') && file.includes('liucheng'))).toEqual(
    [],
  )
  const document = filled('liucheng/jiaoyuju/xueji-guanli', 'request', model)
  expect(document.title).toEqual(['六城市用云申请'])
  expect((await renderForm(document)).length).toBeGreaterThan(1000)
})
