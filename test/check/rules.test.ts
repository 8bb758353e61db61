import { describe, expect, it } from 'vitest'
import { rules } from '../../lib/check/index.ts'
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
