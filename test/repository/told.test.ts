import { describe, expect, it } from 'vitest'
import type { Finding } from '../../lib/finding/finding.ts'
import { finding } from '../../lib/finding/finding.ts'
import { teller, toldOf } from '../../lib/repository/told.ts'
import { codes } from '../../lib/validate/codes.ts'

function findingsIn(file: string, count: number): readonly Finding[] {
  return Array.from({ length: count }, (_, index) => {
    const start = { line: index + 1, column: 1 }
    return finding(
      codes.unknownKey,
      { file, range: { start, end: start }, path: [index] },
      { message: { zh: '错', en: 'wrong' } },
    )
  })
}

const codesOf = (findings: readonly Finding[]) => findings.map(({ code }) => code)

describe('the findings of many files', () => {
  it('are told whole up to a hundred in a file', () => {
    const hundred = findingsIn('a', 100)
    expect(toldOf(hundred)).toBe(hundred)
  })

  it('say in the place of the next one how many more there are', () => {
    const told = toldOf(findingsIn('a', 101))
    expect([told.length, told.at(-1)?.code, told.at(-1)?.range.start.line]).toEqual([101, 'TY2031', 101])
    expect(toldOf(findingsIn('a', 350)).at(-1)?.message.en).toContain('250')
  })

  it('are the first of each further file once all come to ten thousand', () => {
    const tell = teller()
    for (let file = 0; file < 99; file++) tell(findingsIn(`${file}`, 100))
    tell(findingsIn('b', 99))
    expect(tell(findingsIn('c', 3)).length).toBe(3)
    expect(codesOf(tell(findingsIn('d', 3)))).toEqual(['TY2001', 'TY2031'])
    expect(codesOf(tell(findingsIn('e', 1)))).toEqual(['TY2001'])
    expect(tell([])).toEqual([])
  })
})
