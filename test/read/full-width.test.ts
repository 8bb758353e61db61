import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CST, Lexer, Parser } from 'yaml'
import { beforeEdits, type Edit, edited } from '../../lib/read/full-width/slip.ts'
import { parseDocument } from '../../lib/read/index.ts'
import { exampleFiles } from '../example-repository.ts'

const file = 'tenants/ningwu/jiaoyuju/x.yaml'

function read(text: string) {
  return parseDocument(file, 'system', Buffer.from(text))
}

/** `CODE line:column→replacement` for each. */
function told(text: string): string[] {
  return read(text).findings.map(({ code, range: { start }, fix }) => {
    const mend = fix?.replacement === undefined ? '' : `→${fix.replacement}`
    return `${code} ${start.line}:${start.column}${mend}`
  })
}

/** What is typed, and what is said of it. */
const slips: Readonly<Record<string, readonly [string, ...string[]]>> = {
  'a colon behind a key': ['name: x\npurpose：政务服务\norigin: new\n', 'TY1327 2:8→: '],
  'a colon at the end of the line': ['a: 1\nzones：\n  internet: 1\n', 'TY1327 2:6→:'],
  'a colon and a blank': ['a: 1\nb： 2\nc: 3\n', 'TY1327 2:2→:'],
  'colons in every line': ['名称：社会保险\n用途：政务\n', 'TY1327 1:3→: ', 'TY1327 2:3→: '],
  'a ratio sign': ['a: 1\nb∶2\nc: 3\n', 'TY1327 2:2→: '],
  'a comma in braces': ['a: { item: x，quantity: 3 }\n', 'TY1327 1:13→, '],
  'a comma before a blank': ['a: { item: x， quantity: 3 }\n', 'TY1327 1:13→,'],
  'an enumeration comma': ['a: { item: x、quantity: 3 }\n', 'TY1327 1:13→, '],
  'a semicolon': ['a: { item: x；quantity: 3 }\n', 'TY1327 1:13→, '],
  'commas between maps': ['a: [ { b: 1 }，{ c: 2 }、{ d: 3 } ]\n', 'TY1327 1:14→, ', 'TY1327 1:23→, '],
  'a comma after a text with one': ['a: { name: 张明，李静，title: 局长 }\n', 'TY1327 1:17→, '],
  'a comma after a number of a paper': [
    'a:\n  - { number: 人社发〔2025〕12号，on: 2025-01-02 }\n',
    'TY1327 2:27→, ',
  ],
  'colons in braces': ['a: { item：x, quantity：3 }\n', 'TY1327 1:10→: ', 'TY1327 1:22→: '],
  'braces of full width': ['a:\n  - ｛ b: x, c: 3 ｝\n', 'TY1327 2:5→{', 'TY1327 2:18→}'],
  'braces of another keyboard': ['a:\n  - 「 b: x, c: 3 」\n', 'TY1327 2:5→{', 'TY1327 2:18→}'],
  'a closing bracket': ['a: [443, 8443］\nb: 1\n', 'TY1327 1:14→]'],
  'a closing bracket of another keyboard': ['a: [443, 8443】\nb: 1\n', 'TY1327 1:14→]'],
  'a closing brace': ['a: { b: 1 ｝\n', 'TY1327 1:11→}'],
  'a closing quote': ['a: "x”\nb: 1\n', 'TY1327 1:6→"'],
  'a closing quote in braces': ['a: { b: "x”, c: 1 }\n', 'TY1327 1:11→"'],
  'a single closing quote': ["a: 'x’\nb: 1\n", "TY1327 1:6→'"],
  'quotes around what a comma would end': ['a: { b: “x, y”, c: 1 }\n', 'TY1327 1:9→"', 'TY1327 1:14→"'],
  'a dash': ['a:\n－ b: 1\n- c: 2\n', 'TY1327 2:1→-'],
  'a dash without a blank': ['a:\n  －b: 1\n  - c: 2\n', 'TY1327 2:3→- '],
  'a blank behind a dash': ['a:\n  -　b: 1\n  - c: 2\n', 'TY1327 2:4→ '],
  'blanks of indentation': ['a:\n　　b: 1\n  c: 2\n', 'TY1327 2:1→  '],
  'one blank of indentation for two': ['a:\n　b: 1\n  c: 2\n', 'TY1327 2:1→  '],
  'a hash at the start of a line': ['＃ 说明\na: 1\n', 'TY1327 1:1→#'],
  'a hash behind brackets': ['a: [1] ＃ 说明\n', 'TY1327 1:8→#'],
  'everything at once': [
    'history：\n  －　event：submitted\n    papers： ［ ｛ type：申请表，number：“1号”｝］ ＃ 一份\n',
    'TY1327 1:8→:',
    'TY1327 2:3→-',
    'TY1327 2:4→ ',
    'TY1327 2:10→: ',
    'TY1327 3:11→:',
  ],
  'no blank behind a colon': ['a:b\nc: d\n', 'TY1322 1:2→: '],
  'brackets in a number of a paper': [
    'a: { number: 西教字[2026]9号, on: 2026-01-02 }\n',
    'TY1328 1:14→"西教字[2026]9号"',
  ],
  'braces in a text within brackets': ['a: [甲{乙}丙, 丁]\n', 'TY1328 1:5→"甲{乙}丙"'],
  'a slip beside a fault of another kind': ['a：1\nb: [\n', 'TY1327 1:2→: ', 'TY1319 2:4'],
  'a slip before braces that are not closed': ['a: { b: 1\nc：2\nd: 3\n', 'TY1319 1:4', 'TY1327 2:2→: '],
  'a slip below a text by lines': ['a: |\n  b：1\n  － 2\nc：3\nd: 4\n', 'TY1327 4:2→: '],
  'a wrong number behind a slip': ['a：0755\nb: 1\n', 'TY1327 1:2→: ', 'TY1317 1:3→"0755"'],
}

describe('a sign of full width where YAML wants one of ASCII', () => {
  it.each(Object.entries(slips))('%s', (_, [text, ...expected]) => {
    expect(told(text).slice(0, expected.length)).toEqual(expected)
    if (expected.length < 5) expect(told(text)).toHaveLength(expected.length)
  })
})

/** Right as it stands: nothing of it makes structure. */
const texts: readonly string[] = [
  'a: 说明，如下：一、甲；二、乙\n',
  'a: { name: 张明（主任）、李静，均可, title: 局长 }\n',
  'a: 人社发〔2025〕12号\n',
  'a: { number: 西教字［2026］9号, on: 2026-01-02 }\n',
  'a: “十四五”规划\nb: 【示例】系统\nc: 「甲」\n',
  'a: [甲，乙, 丙、丁]\n',
  'a: |\n  purpose：政务服务\n  － 一\n＃ 二\n'.replace('＃', '  ＃'),
  'a: 第一段\n  　　第二段：说明\nb: 1\n',
  '# purpose：政务服务\na: 1 # ｛ 注 ｝\n',
  'a: "含：有，各［种］“符号”"\n',
  "a: '－ ＃ ｛｝'\n",
  'a: 社保　系统\n',
]

describe('a sign of full width in a text', () => {
  it.each(texts)('%j', text => {
    expect(read(text).findings).toEqual([])
  })

  it.each(texts)('%j is left alone beside a fault', text => {
    expect(told(`${text}zz：1\nyy: 2\n`)).toEqual([`TY1327 ${text.split('\n').length}:3→: `])
  })
})

interface Sign {
  readonly offset: number
  readonly typed: string
}

const typedFor: Readonly<Record<string, { readonly source: string; readonly typed: string }>> = {
  'map-value-ind': { source: ':', typed: '：' },
  comma: { source: ',', typed: '，' },
}

/** Colons and commas that make structure. */
function signsOf(text: string): readonly Sign[] {
  const parser = new Parser()
  const signs: Sign[] = []
  for (const piece of new Lexer().lex(text)) {
    const kind = typedFor[CST.tokenType(piece) ?? '']
    if (kind?.source === piece) signs.push({ offset: parser.offset, typed: kind.typed })
    for (const _ of parser.next(piece));
  }
  return signs
}

const manifests = [...exampleFiles].filter(([name]) => name.startsWith('tenants/'))

describe('an example in which structure was typed with a Chinese input method', () => {
  it('is told where, and each fix gives back what it was', () => {
    const planted = fc
      .constantFrom(...manifests)
      .chain(([, text]) =>
        fc.tuple(fc.constant(text), fc.subarray([...signsOf(text)], { minLength: 1, maxLength: 6 })),
      )
    fc.assert(
      fc.property(planted, ([text, signs]) => {
        const edits = signs
          .toSorted((a, b) => a.offset - b.offset)
          .map(
            (sign): Edit => ({
              start: sign.offset,
              end: sign.offset + 1,
              replacement: sign.typed,
              kind: 'sign',
            }),
          )
        const typed = edited(text, edits)
        const { document, findings } = read(typed)
        // Where nothing of a map is left, a text stands in its place: the schema tells.
        if (document !== undefined) return
        const found = findings.filter(({ code }) => code === 'TY1327')
        expect(found.length).toBeGreaterThan(0)
        expect(findings.filter(({ code }) => code !== 'TY1327' && code !== 'TY1399')).toEqual([])
        const places = new Set(signs.map(({ offset }) => offset))
        for (const { range } of found) {
          const before = typed
            .split('\n')
            .slice(0, range.start.line - 1)
            .join('\n').length
          expect(places).toContain(before + (range.start.line === 1 ? 0 : 1) + range.start.column - 1)
        }
      }),
      { numRuns: 60 },
    )
  })
})

describe('places of an edited text', () => {
  it('lead back to where they were', () => {
    const edits: Edit[] = [
      { start: 1, end: 2, replacement: ': ', kind: 'sign' },
      { start: 4, end: 6, replacement: '', kind: 'sign' },
    ]
    expect(edited('a：bc　　d', edits)).toBe('a: bcd')
    expect([0, 1, 2, 3, 4, 5, 6].map(offset => beforeEdits(offset, edits))).toEqual([0, 1, 1, 2, 3, 6, 7])
  })
})
