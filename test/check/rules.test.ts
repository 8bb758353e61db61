import { describe, expect, it } from 'vitest'
import {
  checkRepository,
  extractOf,
  repositoryRules,
  ruleGroups,
  rules,
  systemRules,
} from '../../lib/check/index.ts'
import { exampleText, type Files, loaded, positionOf, replaced } from '../example-repository.ts'
import { type Case, cases } from './cases.ts'

describe('the rules over the model', () => {
  it('leave the example repository without an error or a warning', () => {
    const { findings } = loaded()
    expect(findings.filter(({ severity }) => severity !== 'info')).toEqual([])
  })

  it('have a case of their own each', () => {
    const tried = new Set(cases.map(({ code }) => code))
    expect(rules.map(({ code }) => code).filter(code => !tried.has(code))).toEqual([])
  })

  it.each(cases.map(one => [one.code, one.title, one] as const))('%s: %s', (code, _title, one) => {
    const files = changed(one)
    const text = files.get(one.at.file) ?? exampleText(one.at.file)
    const { findings } = loaded(files, one.day)
    const own = findings.filter(finding => finding.code === code)
    expect(own.map(({ file, range }) => ({ file, ...range.start }))).toContainEqual({
      file: one.at.file,
      ...positionOf(text, one.at.mark),
    })
    if (one.article !== undefined) expect(own.map(({ article }) => article)).toContain(one.article)
    const before = loaded(new Map(), one.day).findings.filter(finding => finding.code === code)
    expect(own.length).toBeGreaterThan(before.length)
  })
})

describe('rules', () => {
  it('stand in one group each, under the codes of that group', () => {
    const prefixes = Object.values(ruleGroups).map(({ systemRules, repositoryRules }) => {
      const codes = [...systemRules, ...repositoryRules].map(({ code }) => code.slice(0, 4))
      return [...new Set(codes)]
    })
    expect(prefixes.map(({ length }) => length)).toEqual(prefixes.map(() => 1))
    expect(new Set(prefixes.flat()).size).toBe(prefixes.length)
  })

  // Some codes are asked of systems and of the rest of the repository alike: these cases are about systems.
  const ofSystems = new Set(systemRules.map(({ code }) => code))
  const ofRepository = new Set(repositoryRules.map(({ code }) => code)).difference(ofSystems)
  const several = cases.filter(({ code }) => ofRepository.has(code))

  it.each(several.map(one => [one.code, one.title, one] as const))(
    '%s is found from kept extracts as from the systems themselves: %s',
    (code, _title, one) => {
      const model = { ...loaded(changed(one), one.day).model, paperDigests: new Map() }
      // What is kept is text, and nothing else comes back from it.
      const kept = new Map(
        model.systems.map(system => [system, JSON.parse(JSON.stringify(extractOf(model, system)))]),
      )
      expect([...kept.values()]).toEqual(model.systems.map(system => extractOf(model, system)))
      const found = checkRepository({ ...model, extracts: new Map() })
      expect(checkRepository({ ...model, extracts: kept })).toEqual(found)
      expect(found.map(finding => finding.code)).toContain(code)
    },
  )
})

function changed({ changes }: Case): Files {
  const files = new Map<string, string>()
  for (const [file, before, after] of changes) {
    const text = files.get(file)
    if (text === undefined) files.set(file, before === '' ? after : replaced(file, before, after))
    else if (text.includes(before))
      files.set(
        file,
        text.replace(before, () => after),
      )
    else throw new Error(`${file} does not hold ${before}`)
  }
  return files
}
