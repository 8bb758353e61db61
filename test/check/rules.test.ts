import { describe, expect, it } from 'vitest'
import { checkAcross, checkSystems, rules } from '../../lib/check/index.ts'
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

describe('checkModel', () => {
  it('finds by local rules in one system what it finds in all of them together', () => {
    const { model } = loaded(new Map(cases.slice(8, 60).flatMap(one => [...changed(one)])))
    const { facts } = checkSystems(model, model.systems)
    const local = rules.filter(rule => rule.local === true)
    for (const rule of local) {
      const apart = model.systems.flatMap(system => [...rule.check({ ...model, systems: [system], facts })])
      // What a rule says of the catalogue, it says each time.
      expect(new Set(apart.map(one => JSON.stringify(one))), rule.code).toEqual(
        new Set([...rule.check({ ...model, facts })].map(one => JSON.stringify(one))),
      )
    }
  })

  it('finds across systems from kept facts what it finds from the systems themselves', () => {
    const across = new Set(rules.filter(({ local }) => local !== true).map(({ code }) => code))
    const several = cases.filter(({ code }) => across.has(code))
    const seen = new Set<string>()
    for (let start = 0; start < several.length; start += 3) {
      const some = several.slice(start, start + 3).flatMap(one => [...changed(one)])
      const { model } = loaded(new Map(some))
      const { facts } = checkSystems(model, model.systems)
      // What is kept is text, and nothing else comes back from it.
      const kept = new Map([...facts].map(([system, fact]) => [system, JSON.parse(JSON.stringify(fact))]))
      expect([...kept.values()]).toEqual([...facts.values()])
      const found = checkAcross({ ...model, facts: new Map() })
      expect(checkAcross({ ...model, facts: kept })).toEqual(found)
      for (const { code } of found) seen.add(code)
    }
    expect(seen.size).toBeGreaterThan(across.size / 2)
  })
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
