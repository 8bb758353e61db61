import { describe, expect, it } from 'vitest'
import { type RuleGroup, repositoryRules, systemRules } from '../../lib/check/index.ts'
import type { Finding } from '../../lib/finding/finding.ts'
import type { Model } from '../../lib/model/model.ts'
import { exampleText, type Files, loaded, positionOf } from '../example-repository.ts'

/** File, text before, text after. An empty text before makes the file anew; no text after takes the file away. */
export type Change = readonly [file: string, before: string, after: string | undefined]

/** `before|at`: the finding starts at the bar. `before` and `at` together stand once in the changed file. */
export interface Mark {
  readonly file: string
  readonly mark: string
}

/** What one rule finds once something in the example repository is changed. */
export interface RuleCase {
  readonly code: string
  /** A sentence of behaviour. */
  readonly title: string
  readonly changes: readonly Change[]
  /** Exactly what it finds beyond what it finds in the example as it is; nothing for a near miss or the clean side. */
  readonly finds: readonly Mark[]
  /** The article that each of these cites. */
  readonly article?: string
  /** The day on which the repository is looked at. */
  readonly day?: string
}

/** Runs a group's table, and holds that each rule of the group has both sides in it. */
export function describeRules(name: string, group: RuleGroup, cases: readonly RuleCase[]): void {
  describe(name, () => {
    it('has for every rule of the group a change that it finds and one that it lets pass', () => {
      const codes = [...group.systemRules, ...group.repositoryRules].map(({ code }) => code)
      const without = (passes: (one: RuleCase) => boolean) =>
        codes.filter(code => !cases.some(one => one.code === code && passes(one)))
      expect(without(({ finds }) => finds.length > 0)).toEqual([])
      expect(without(({ finds, changes }) => finds.length === 0 && changes.length > 0)).toEqual([])
      expect(cases.map(({ code }) => code).filter(code => !codes.includes(code))).toEqual([])
    })

    it.each(cases.map(one => [one.code, one.title, one] as const))('%s: %s', (code, _title, one) => {
      const files = changedFiles(one.changes)
      const found = newFindings(code, one.changes, one.day)
      const places = found.map(({ file, range }) => ({ file, ...range.start }))
      const wanted = one.finds.map(({ file, mark }) => ({
        file,
        ...positionOf(files.get(file) ?? exampleText(file), mark),
      }))
      expect(places.toSorted(byPlace)).toEqual(wanted.toSorted(byPlace))
      if (one.article !== undefined)
        expect(found.map(({ article }) => article)).toEqual(found.map(() => one.article))
    })
  })
}

interface Place {
  readonly file: string
  readonly line: number
  readonly column: number
}

function byPlace(a: Place, b: Place): number {
  return a.file.localeCompare(b.file) || a.line - b.line || a.column - b.column
}

/** What the rule of a code finds beyond what it finds in the example as it is, in reading order. */
export function newFindings(code: string, changes: readonly Change[], day?: string): readonly Finding[] {
  const findingsOf = (files: Files) => loaded(files, day).findings.filter(finding => finding.code === code)
  const known = new Set(findingsOf(new Map()).map(identityOf))
  return findingsOf(changedFiles(changes)).filter(finding => !known.has(identityOf(finding)))
}

/** What the rules of a code find in a model that perhaps no schema has seen. */
export function foundIn(code: string, model: Model): readonly Finding[] {
  const ofSystems = systemRules.filter(rule => rule.code === code)
  const ofRepository = repositoryRules.filter(rule => rule.code === code)
  if (ofSystems.length + ofRepository.length === 0) throw new Error(`there is no rule ${code}`)
  return [
    ...ofSystems.flatMap(rule => model.systems.flatMap(system => [...rule.check(model, system)])),
    ...ofRepository.flatMap(rule => [...rule.check({ ...model, extracts: new Map() })]),
  ]
}

/** The same finding in a file of which other lines were changed. */
function identityOf({ file, path, message }: Finding): string {
  return JSON.stringify([file, path, message.en])
}

/** Later changes of one file see the earlier ones. */
export function changedFiles(changes: readonly Change[]): Files {
  const files = new Map<string, string | undefined>()
  for (const [file, before, after] of changes) {
    if (before === '' || after === undefined) {
      files.set(file, after)
      continue
    }
    const text = files.get(file) ?? exampleText(file)
    if (!text.includes(before)) throw new Error(`${file} does not hold ${before}`)
    files.set(
      file,
      text.replace(before, () => after),
    )
  }
  return files
}
