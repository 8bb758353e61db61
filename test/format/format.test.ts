import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatted } from '../../lib/format/index.ts'
import { kindOf, parseDocument } from '../../lib/read/index.ts'
import { exampleFiles } from '../example-repository.ts'

const file = 'tenants/ningwu/jiaoyuju/x.yaml'

function laidOut(text: string): string {
  const result = formatted(file, 'system', Buffer.from(text))
  if (result === 'unproven') return result
  return 'text' in result ? result.text : result.findings.map(({ code }) => code).join()
}

const cases: Readonly<Record<string, readonly [string, string]>> = {
  'a byte order mark and line ends of Windows': ['\ufeffa: 1\r\nb: 2\r\n', 'a: 1\nb: 2\n'],
  'blanks at the ends of lines, and none at the end': ['a: 1  \nb: 2', 'a: 1\nb: 2\n'],
  'empty lines': ['a: 1\n\n\n\nb: 2\n\n\n', 'a: 1\n\nb: 2\n'],
  indentation: ['a:\n    b:\n    - c: 1\n      d: 2\n', 'a:\n  b:\n    - c: 1\n      d: 2\n'],
  'blanks within brackets': ['a: {b: 1,c: [ 1,2 ]}\n', 'a: { b: 1, c: [1, 2] }\n'],
  quotes: [`a: 'x'\nb: 'say "x"'\nc: '\\'\n`, `a: "x"\nb: 'say "x"'\nc: '\\'\n`],
  'comments, which stay': ['# 一\na:   1   # 二\n# 三\n\n# 四\n', '# 一\na: 1 # 二\n\n# 三\n\n# 四\n'],
  'a text by lines, whose blanks stay': ['a: |\n     x  \n      y\nb: 1\n', 'a: |\n  x  \n   y\nb: 1\n'],
  'a long line, which stays one': [
    `a: { b: ${'长'.repeat(200)}, c: 1 }\n`,
    `a: { b: ${'长'.repeat(200)}, c: 1 }\n`,
  ],
}

describe('the layout of a manifest', () => {
  it.each(Object.entries(cases))('%s', (_, [from, to]) => {
    expect(laidOut(from)).toBe(to)
    expect(laidOut(to)).toBe(to)
  })

  it.each([...exampleFiles])('%s is laid out as it should be', (name, text) => {
    const kind = kindOf(name)
    if (kind === undefined) throw new Error(`${name} is no manifest`)
    expect(formatted(name, kind, Buffer.from(text))).toEqual({ text })
  })

  it('says what is wrong with a file that cannot be read, and touches nothing', () => {
    expect(laidOut('a: [\n')).toBe('TY1319')
    expect(laidOut('a：1\nb: 2\n')).toBe('TY1327')
    expect(laidOut('a: 1\rb: 2\n')).toBe('TY1107')
  })

  it('never changes what a file says, whatever blanks and empty lines are in it', () => {
    const manifests = [...exampleFiles]
      .filter(([name]) => name.startsWith('tenants/'))
      .map(([, text]) => text)
    const spoilt = fc
      .tuple(fc.constantFrom(...manifests), fc.array(fc.nat({ max: 400 }), { maxLength: 8 }), fc.boolean())
      .map(([text, lines, isWindows]) => {
        const loose = text.split('\n').flatMap((line, index) => {
          if (!lines.includes(index)) return line
          return [
            line
              .replaceAll(/, (?=[a-z])/g, ',   ')
              .replace(/: \{ /, ':   {')
              .replace(/$/, '  '),
            '',
            '',
          ]
        })
        return loose.join(isWindows ? '\r\n' : '\n')
      })
    const meaning = (text: string) => parseDocument(file, 'system', Buffer.from(text)).document?.value
    fc.assert(
      fc.property(spoilt, text => {
        const result = laidOut(text)
        expect(meaning(result)).toEqual(meaning(text.replaceAll('\r\n', '\n')))
        expect(meaning(result)).toBeDefined()
        expect(laidOut(result)).toBe(result)
      }),
      { numRuns: 60 },
    )
  })
})
