import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { stretchesIn } from './changed-lines.ts'
import { type Explanation, settle, withoutExplained } from './explained.ts'
import { folderOf, folders, foldersNamed, patternsOf, root } from './folders.ts'
import type { Fate, Mutant } from './mutants.ts'
import { timeUpLine } from './report.ts'
import { isEnough, scoreOf, tallyOf } from './score.ts'

const explanation: Explanation = {
  file: 'lib/change/changed.ts',
  within: 'if (before < after) return',
  original: 'before < after',
  replacement: 'before <= after',
  reason: 'equal values give the same either way',
}

function mutant(fate: Fate, replacement = explanation.replacement): Mutant {
  const { file, within, original } = explanation
  return { file, within, original, replacement, line: 1, column: 1, fate }
}

describe('the score', () => {
  it.each<[number | undefined, Fate[]]>([
    [undefined, []],
    [undefined, ['endless', 'unreached']],
    [50, ['killed', 'survived']],
    [50, ['killed', 'late']],
    [100, ['killed', 'endless']],
    [50, ['killed', 'uncovered']],
    [100, ['killed', 'unloadable']],
    [100, ['killed', 'unreached']],
  ])('is %s %% for %j', (score, fates) => {
    expect(scoreOf(tallyOf(fates.map(fate => mutant(fate))))).toBe(score)
  })

  it('is enough where there is nothing to kill', () => {
    expect(isEnough([])).toBe(true)
  })

  it('is enough from nine of ten', () => {
    const nine = Array.from({ length: 9 }, () => mutant('killed'))
    expect(isEnough([...nine, mutant('survived')])).toBe(true)
    expect(isEnough([...nine.slice(1), mutant('survived')])).toBe(false)
  })
})

describe('a folder in which time was up', () => {
  it('says how much of it was not reached', () => {
    const mutants = [mutant('killed'), mutant('unreached'), mutant('survived'), mutant('unreached')]
    expect(timeUpLine(mutants, 5)).toBe('2 of 4 mutants were not reached in 5 minutes')
  })
})

describe('explanations', () => {
  it('settle a mutant of their texts, whether a test reaches it or not', () => {
    expect(settle([mutant('survived'), mutant('uncovered')], [explanation])).toEqual({
      unexplained: [],
      idle: [],
    })
  })

  it('leave a mutant with another replacement unexplained', () => {
    const other = mutant('survived', 'true')
    expect(settle([other], []).unexplained).toEqual([other])
    expect(settle([other, mutant('survived')], [explanation]).unexplained).toEqual([other])
  })

  it('are idle once a test kills their mutant', () => {
    expect(settle([mutant('killed')], [explanation])).toEqual({ unexplained: [], idle: [explanation] })
  })

  it.each<Fate>(['late', 'unreached'])('keep waiting for a mutant that was %s', fate => {
    expect(settle([mutant(fate)], [explanation])).toEqual({ unexplained: [], idle: [] })
  })

  it('take a mutant out of a small count, unless it was killed', () => {
    const killed = mutant('killed')
    expect(withoutExplained([killed, mutant('survived')], [explanation])).toEqual([killed])
  })
})

describe('changed lines', () => {
  it('are those that a diff adds', () => {
    const diff = `diff --git lib/a.ts lib/a.ts
--- lib/a.ts
+++ lib/a.ts
@@ -3 +3,2 @@ function a() {
-  one
+  two
+  three
@@ -9,2 +10 @@
-  four
-  five
+  six
@@ -20,3 +20,0 @@
-  gone
diff --git lib/b.ts lib/b.ts
--- /dev/null
+++ lib/b.ts
@@ -0,0 +1 @@
+  new
`
    expect(stretchesIn(diff)).toEqual([
      { file: 'lib/a.ts', from: 3, to: 4 },
      { file: 'lib/a.ts', from: 10, to: 10 },
      { file: 'lib/b.ts', from: 1, to: 1 },
    ])
  })
})

function groups(): readonly string[] {
  return readdirSync(join(root, 'lib/check/rules'), { withFileTypes: true })
    .filter(entry => entry.isDirectory())
    .map(({ name }) => name)
    .toSorted()
}

describe('folders.json', () => {
  it.each(folders)('names folders and tests that there are: $folder', ({ folder, tests }) => {
    for (const path of [folder, ...tests]) expect(existsSync(join(root, path))).toBe(true)
  })

  it.each([
    ['lib/check/rules/term/term-over.ts', 'lib/check/rules/term'],
    ['lib/check/lapses.ts', 'lib/check'],
    ['lib/checks/lapses.ts', undefined],
  ])('has %s in the innermost folder: %s', (path, folder) => {
    expect(folderOf(path)?.folder).toBe(folder)
  })

  it('mutates each folder without those below it', () => {
    expect(folders.filter(({ folder }) => folder === 'lib/check').map(patternsOf)).toEqual([
      [
        'lib/check/**/*.ts',
        '!lib/check/extract/**',
        ...groups().map(group => `!lib/check/rules/${group}/**`),
      ],
    ])
    expect(folders.filter(({ folder }) => folder === 'lib/check/rules/term').map(patternsOf)).toEqual([
      ['lib/check/rules/term/**/*.ts'],
    ])
  })

  it.each([
    ['check', ['lib/check']],
    ['lib/check/', ['lib/check']],
    ['check/rules/term', ['lib/check/rules/term']],
    ['check/rules', groups().map(group => `lib/check/rules/${group}`)],
    ['lib/check/rules', groups().map(group => `lib/check/rules/${group}`)],
    ['lib', folders.map(({ folder }) => folder)],
    ['che', []],
  ])('knows %s for one entry, or those below where there is none of that name', (name, found) => {
    expect(foldersNamed(name).map(({ folder }) => folder)).toEqual(found)
  })
})
