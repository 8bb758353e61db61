import { describe, expect, it } from 'vitest'
import {
  type ExtractedModel,
  extracted,
  type RuleGroup,
  repositoryRules,
  systemRules,
} from '../../lib/check/index.ts'
import { type Finding, sortFindings } from '../../lib/finding/finding.ts'
import { lazily } from '../../lib/model/lazily.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { exampleText, type Files, isCodeOwners, loaded, positionOf } from '../example-repository.ts'
import { knownIdsOf, rawInFinding } from '../wording.ts'

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
  readonly severity?: Finding['severity']
  /** The day on which the repository is looked at. */
  readonly day?: string
  /** A change breaks the form of its file on purpose: the model goes without that file. */
  readonly breaks?: true
}

/** What a rule finds in the example as it is. */
export type OwnFinding = readonly [code: string, file: string, line: number]

export type Verdict = 'finds' | 'passes'

/** A finding that starts at the bar. */
export const at = (file: string, mark: string): Mark => ({ file, mark })

/** What a rule finds once something is changed: nothing for what it lets pass. */
export type Row = readonly [
  title: string,
  changes: readonly Change[],
  finds: readonly Mark[],
  more?: Pick<RuleCase, 'article' | 'severity' | 'day' | 'breaks'>,
]

export function casesOf(code: string, rows: readonly Row[]): readonly RuleCase[] {
  return rows.map(([title, changes, finds, more]) => ({ code, title, changes, finds, ...more }))
}

/** Cases whose title names what the rule looks at, with the verdict in front. */
export function withVerdicts(cases: readonly RuleCase[]): readonly RuleCase[] {
  return cases.map(one => ({
    ...one,
    title: one.finds.length > 0 ? `finds ${one.title}` : `lets ${one.title} pass`,
  }))
}

/**
 * Runs a group's table, and holds that each rule of the group has both sides in it. What the group finds in the example
 * as it is, `own`, is left out of each case, and thus has to be known exactly, in reading order.
 */
export function describeRules(
  name: string,
  group: RuleGroup,
  cases: readonly RuleCase[],
  own: readonly OwnFinding[] = [],
): void {
  const codes = [...group.systemRules, ...group.repositoryRules].map(({ code }) => code)

  describe(name, () => {
    it('finds in the example as it is only what is known', () => {
      const found = loaded().findings.filter(({ code }) => codes.includes(code))
      expect(found.map(({ code, file, range }) => [code, file, range.start.line])).toEqual(own)
    })

    it('has for every rule of the group a change that it finds and one that it lets pass', () => {
      const without = (passes: (one: RuleCase) => boolean) =>
        codes.filter(code => !cases.some(one => one.code === code && passes(one)))
      expect(without(({ finds }) => finds.length > 0)).toEqual([])
      expect(
        without(({ finds, changes, breaks }) => finds.length === 0 && changes.length > 0 && !breaks),
      ).toEqual([])
      expect(cases.map(({ code }) => code).filter(code => !codes.includes(code))).toEqual([])
    })

    it('says of every rule how grave it is, and cites no article that there is not', () => {
      const grave: readonly string[] = ['error', 'warning', 'info'] satisfies readonly Finding['severity'][]
      const articles = new Set(
        [...loaded().model.catalogue.jurisdictions.values()].flatMap(({ value }) =>
          (value.articles ?? []).map(({ id }) => id),
        ),
      )
      const odd = [...group.systemRules, ...group.repositoryRules].filter(
        rule => !grave.includes(rule.severity) || !new Set(rule.articles).isSubsetOf(articles),
      )
      expect(odd.map(({ code }) => code)).toEqual([])
    })

    it.each(codes)('finds by %s what is found among all rules', code => {
      const one = cases.find(each => each.code === code && each.finds.length > 0)
      const { findings, extracted: seen } = loaded(changedFiles(one?.changes ?? []), one?.day)
      expect(findings.filter(finding => finding.code === code)).toEqual(sortFindings(foundBy(code, seen)))
    })

    it.each(cases.map(one => [one.code, one.title, one] as const))('%s: %s', (code, _title, one) => {
      const files = changedFiles(one.changes)
      const { model, extracted: seen } = loaded(files, one.day)
      const found = beyondExample(code, sortFindings(foundBy(code, seen)), one.day)
      const places = found.map(({ file, range }) => ({ file, ...range.start }))
      const wanted = one.finds.map(({ file, mark }) => ({
        file,
        ...positionOf(files.get(file) ?? exampleText(file), mark),
      }))
      expect(places.toSorted(byPlace)).toEqual(wanted.toSorted(byPlace))
      expect(found.flatMap(said => rawInFinding(said, exampleIds()))).toEqual([])
      if (one.article !== undefined)
        expect(found.map(({ article }) => article)).toEqual(found.map(() => one.article))
      if (one.severity !== undefined)
        expect(found.map(({ severity }) => severity)).toEqual(found.map(() => one.severity))
      const broken = brokenFiles(files, model)
      if (one.breaks) expect(broken).not.toEqual([])
      else if (one.finds.length === 0) expect(broken).toEqual([])
    })
  })
}

/** Ids that no message shows where there is a term. */
export const exampleIds = lazily(() => knownIdsOf(loaded().model))

/** Changed files that the model goes without: whatever the rules, nothing would be found in them. */
export function brokenFiles(files: Files, { systems, units: users, catalogue }: Model): readonly string[] {
  const { platform, calendar, owners, people, units, allItems, prices, routines, jurisdictions, forms } =
    catalogue
  const named = [prices, routines, jurisdictions, forms].flatMap(byName => [...byName.values()])
  const parts = [...systems, ...users, ...allItems, ...named, ...catalogue.utilisation, platform]
  const known = new Set(
    [...parts, ...[calendar, owners, people, units].filter(one => one !== undefined)].map(
      one => one.document.file,
    ),
  )
  return [...files].flatMap(([file, text]) =>
    text === undefined || known.has(file) || isCodeOwners(file) ? [] : [file],
  )
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
  return beyondExample(code, loaded(changedFiles(changes), day).findings, day)
}

function beyondExample(code: string, findings: readonly Finding[], day?: string): readonly Finding[] {
  const ofCode = (all: readonly Finding[]) => all.filter(finding => finding.code === code)
  const known = new Set(ofCode(loaded(new Map(), day).findings).map(identityOf))
  return ofCode(findings).filter(finding => !known.has(identityOf(finding)))
}

/** Where a mark stands once the example is changed, as a finding writes a place. */
export function placeOf({ file, mark }: Mark, changes: readonly Change[] = []) {
  return { file, start: positionOf(changedFiles(changes).get(file) ?? exampleText(file), mark) }
}

/** The related places of each finding, in its order. */
export function relatedPlaces(findings: readonly Finding[]) {
  return findings.map(({ related }) => related.map(({ file, range }) => ({ file, start: range.start })))
}

/** The example with the manifest of one system changed past what a schema allows. */
export function modelWith(file: string, change: (manifest: System['value']) => System['value']): Model {
  const { model } = loaded()
  const systems = model.systems.map(system =>
    system.document.file === file ? { ...system, value: change(system.value) } : system,
  )
  return { ...model, systems, systemByAddress: new Map(systems.map(system => [system.address, system])) }
}

/** What the rules of a code find in a model that perhaps no schema has seen. */
export function foundIn(code: string, model: Model): readonly Finding[] {
  return foundBy(code, extracted(model))
}

function foundBy(code: string, model: ExtractedModel): readonly Finding[] {
  const ofSystems = systemRules.filter(rule => rule.code === code)
  const ofRepository = repositoryRules.filter(rule => rule.code === code)
  if (ofSystems.length + ofRepository.length === 0) throw new Error(`there is no rule ${code}`)
  return [
    ...ofSystems.flatMap(rule => model.systems.flatMap(system => [...rule.check(model, system)])),
    ...ofRepository.flatMap(rule => [...rule.check(model)]),
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
