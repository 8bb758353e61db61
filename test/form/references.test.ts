import { describe, expect, test } from 'vitest'
import { exampleText, loaded, positionOf, replaced } from '../example-repository.ts'

const file = 'catalogue/forms/ningwu.yaml'

/** What a form names, what it is misnamed as, and what was most likely meant. */
const mistakes: readonly (readonly [string, string, string, string | undefined])[] = [
  ['an unknown fact', 'value: "{system.description}"', 'value: "|{system.descripton}"', 'system.description'],
  ['a fact without its brace', 'caption: 使用部门：{unit.name}', 'caption: |使用部门：{unit.name', undefined],
  ['an unknown event of a fact', '{history.last(opened).on}', '{history.last(openned).on}', 'opened'],
  ['an unknown role', '{role(authority)}', '{role(authorities)}', 'authority'],
  ['an unknown article', 'articles: [NW-4.4]', 'articles: [|NW-9.9]', undefined],
  ['an unknown stage', 'stages: { change-submitted:', 'stages: { change-submited: |', 'change-submitted'],
  ['an unknown event of papers', 'event: submitted', 'event: |submited', 'submitted'],
  ['an option that is never ticked', 'migrated: 已建系统,', 'migrate: |已建系统,', 'migrated'],
  ['a stage that the form does not have', 'stage: [recovered]', 'stage: [|recoverd]', 'recovered'],
  [
    'an unknown event that decides',
    'decided: [not-agreed, agreed]',
    'decided: [not-agreed, |agreedd]',
    'agreed',
  ],
  [
    'words beside a decision',
    'decided: [approved]\n',
    'decided: [approved]\n              text: |同意。\n',
    undefined,
  ],
  [
    'a system’s fact in a unit’s form',
    'value: "{blank(意见和建议)}"',
    'value: "{system.icp.number}"',
    undefined,
  ],
]

describe('a form that names what does not exist', () => {
  test.each(mistakes)('%s is found', (_, before, after, meant) => {
    const text = replaced(file, before, after.replace('|', ''))
    const { findings } = loaded(new Map([[file, text]]))
    const found = findings.filter(({ code }) => code === 'TY2208')
    expect(found).toHaveLength(1)
    if (meant !== undefined) expect(found[0]?.message.en).toContain(`did you mean ${meant}?`)
    const start = text.indexOf(after.replace('|', '')) + Math.max(0, after.indexOf('|'))
    const line = text.slice(0, start).split('\n').length
    expect(found[0]?.range.start.line).toBe(line)
  })

  test('two forms of one id are found at the second', () => {
    const text = replaced(file, 'id: security-agreement', 'id: application')
    const { findings } = loaded(new Map([[file, text]]))
    const found = findings.filter(({ code }) => code === 'TY2208')
    expect(found.map(({ path }) => path)).toEqual([['forms', 2, 'id']])
  })

  test('the place of an unknown article is the article itself', () => {
    const text = replaced(file, 'articles: [NW-4.4]', 'articles: [NW-9.9]')
    const { findings } = loaded(new Map([[file, text]]))
    expect(findings.find(({ code }) => code === 'TY2208')?.range.start).toEqual(
      positionOf(text, 'articles: [|NW-9.9'),
    )
  })
})

test('the examples’ forms name only what exists', () => {
  expect(loaded().findings.filter(found => found.file.startsWith('catalogue/forms/'))).toEqual([])
})

test('forms of a jurisdiction that has no profile are refused by the schema', () => {
  const text = exampleText(file).replace('jurisdiction: ningwu', 'jurisdiction: nowhere')
  const { findings } = loaded(new Map([[file, text]]))
  expect(findings.filter(found => found.file === file).map(({ code }) => code)).toContain('TY2023')
})

test('a form may bear the name of the paper that it becomes, in every profile', () => {
  const { model } = loaded()
  for (const [id, forms] of model.catalogue.forms) {
    const profile = model.catalogue.jurisdictions.get(id)?.value
    const types = new Set([
      ...(profile?.requirements ?? []).flatMap(({ papers = [], anyPaper = [] }) => [...papers, ...anyPaper]),
      ...(profile?.otherPapers ?? []),
    ])
    // Evaluations and summaries are handed in by nobody’s request: they become no paper of a system.
    const requested = forms.value.forms.filter(form => form.subject === 'system')
    expect(requested.map(form => form.name).filter(name => !types.has(name))).toEqual([])
  }
})
