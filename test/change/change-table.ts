import { expect, it } from 'vitest'
import { changeRules, checkChange } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import type { Finding, Text } from '../../lib/finding/finding.ts'
import { brokenFiles, type Change, changedFiles, exampleIds, type Mark } from '../check/rule-table.ts'
import { exampleText, loaded, positionOf } from '../example-repository.ts'
import { rawInFinding } from '../wording.ts'

export interface ChangeFind extends Mark {
  /** @default 'error' */
  readonly severity?: Finding['severity']
  readonly article?: string
  /** Where the target branch has what the change touches: the place that the finding relates to. */
  readonly was?: Mark | 'somewhere in the file' | undefined
  /** The text that would mend it. */
  readonly fix?: string
  /** Values that the message names in each language. */
  readonly names?: readonly string[]
  /** The term by which each language tells what kind of change it is. */
  readonly kind?: Text
}

/** What one rule about changes finds between a target branch and a change to it. */
export interface ChangeCase {
  readonly code: string
  /** A sentence of behaviour. */
  readonly title: string
  /** What the target branch has other than the example. */
  readonly base?: readonly Change[]
  /** What the change makes of the target branch. */
  readonly head: readonly Change[]
  /** Exactly what the rule finds, in the order of files and places; nothing for a near miss or the clean side. */
  readonly finds: readonly ChangeFind[]
  /** The day on which both sides are looked at. */
  readonly day?: string
}

/** Runs the table, and holds that each rule has both sides in it. */
export function tryChanges(cases: readonly ChangeCase[]): void {
  it('has for every rule a change that it finds and one that it lets pass', () => {
    const codes = changeRules.map(({ code }) => code)
    const without = (passes: (one: ChangeCase) => boolean) =>
      codes.filter(code => !cases.some(one => one.code === code && passes(one)))
    expect(without(({ finds }) => finds.length > 0)).toEqual([])
    expect(without(({ finds }) => finds.length === 0)).toEqual([])
    expect(cases.map(({ code }) => code).filter(code => !codes.includes(code))).toEqual([])
  })

  it.each(cases.map(one => [one.code, one.title, one] as const))('%s: %s', (code, _title, one) => {
    const before = changedFiles(one.base ?? [])
    const after = changedFiles([...(one.base ?? []), ...one.head])
    const base = loaded(before, one.day)
    const head = loaded(after, one.day)
    expect([...brokenFiles(before, base.model), ...brokenFiles(after, head.model)]).toEqual([])
    const found = checkChange(base.model, head.model, rulings).filter(finding => finding.code === code)
    // What is gone from the head is found where the target branch has it.
    const was = (file: string) => before.get(file) ?? exampleText(file)
    const is = (file: string) => (after.has(file) ? after.get(file) : undefined) ?? was(file)
    expect(found.map(placeOf)).toEqual(one.finds.map(find => markedPlace(find, is, was)))
    expect(found.flatMap(said => rawInFinding(said, exampleIds()))).toEqual([])
    for (const [index, { names = [], kind }] of one.finds.entries()) {
      const { en = '', zh = '' } = found[index]?.message ?? {}
      if (kind !== undefined) expect([zh, en]).toEqual([containing(kind.zh), containing(kind.en)])
      expect(names.filter(name => !en.includes(name) || !zh.includes(name))).toEqual([])
    }
  })
}

function containing(term: string): unknown {
  return expect.stringContaining(term)
}

function placeOf({ severity, file, range, article, related, fix }: Finding) {
  return {
    severity,
    file,
    ...range.start,
    article,
    related: related.map(other => ({ file: other.file, ...other.range.start })),
    fix: fix?.replacement,
  }
}

type TextOf = (file: string) => string

function markedPlace(find: ChangeFind, is: TextOf, was: TextOf): unknown {
  const { article, fix } = find
  return {
    severity: find.severity ?? 'error',
    file: find.file,
    ...positionOf(is(find.file), find.mark),
    article,
    related: relatedTo(find, was),
    fix,
  }
}

function relatedTo({ file, was: mark }: ChangeFind, was: TextOf): readonly unknown[] {
  if (mark === undefined) return []
  if (typeof mark === 'string') return [expect.objectContaining({ file })]
  return [{ file: mark.file, ...positionOf(was(mark.file), mark.mark) }]
}
