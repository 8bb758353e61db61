import { describe, expect, it } from 'vitest'
import { positionOf, replaced } from '../../example-repository.ts'
import { covered, mended, mistakesOf, onlyMistake, planted } from '../planted.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const unit = 'tenants/xishuangbanna/rensheju/unit.yaml'
const network = 'catalogue/services/network.yaml'
const storage = 'catalogue/services/storage.yaml'

/** `before|text` of a file, what is written instead of the text, its code, and what belongs there. */
type Case = readonly [file: string, mark: string, wrong: string, code: string, replacement?: string]

const port = 'ports: [22, |3306'

describe('where a port or a range of them belongs', () => {
  const cases: readonly Case[] = [
    [shebao, port, '"443"', 'TY2003', '443'],
    [shebao, port, "'443'", 'TY2003', '443'],
    [shebao, port, '"0443"', 'TY2003'],
    [shebao, port, '"443-"', 'TY2005'],
    [shebao, port, 'true', 'TY2003'],
    [shebao, port, '80.5', 'TY2003'],
    [shebao, port, '65536', 'TY2007'],
    [shebao, port, '0', 'TY2007'],
  ]
  it.each(titled(cases))('%s', (_, one) => check(one))

  it('finds the port behind the quotes to be out of range once they are gone', () => {
    const text = replaced(shebao, 'ports: [22, 3306', 'ports: [22, "70000"')
    const bare = mended(text, onlyMistake(shebao, text))
    expect(mistakesOf(shebao, bare).map(({ code }) => code)).toEqual(['TY2007'])
  })

  it.each(['443', '8000-8010', '"8000-8010"'])('takes %s', written => {
    expect(mistakesOf(shebao, replaced(shebao, 'ports: [22, 3306', `ports: [22, ${written}`))).toEqual([])
  })
})

it('a list where a text belongs is found at its key', () => {
  const { text, found } = planted(unit, 'shortName: |州人社局', '[州人社局]')
  expect(found.code).toBe('TY2003')
  expect(covered(text, found.range)).toBe('shortName')
})

describe('a value of another type', () => {
  const cases: readonly Case[] = [
    [network, 'price: |"860.00"', '860', 'TY2003', '"860"'],
    [storage, 'total_iops_sec: |"1000"', '1000', 'TY2003', '"1000"'],
    [shebao, 'from: internet, protocol: tcp, ports: |[443]', '443', 'TY2003', '[443]'],
    [shebao, 'classified: |false', '"false"', 'TY2003', 'false'],
    // Quotes alone make no id of a number, and nobody knows in which letters a truth value was written.
    [shebao, '\n  id: |shebao-jingban', '4711', 'TY2003'],
    [unit, 'shortName: |州人社局', 'true', 'TY2003'],
    [unit, 'shortName: |州人社局', 'TRUE', 'TY2003'],
    [shebao, 'eip.bgp.10m, quantity: |1', '1.5', 'TY2003'],
  ]
  it.each(titled(cases))('%s', (_, one) => check(one))

  it('calls a number by what it is: a decimal is a number that is no integer', () => {
    const text = replaced(shebao, 'eip.bgp.10m, quantity: 1', 'eip.bgp.10m, quantity: 1.5')
    expect(onlyMistake(shebao, text).message).toMatchObject({
      zh: expect.stringContaining('小数'),
      en: expect.stringContaining('decimal'),
    })
  })
})

describe('a source of an event', () => {
  const at = 'event: submitted\n    on: 2025-07-02\n    source: { |forge: gitea, change: 1 }'
  it.each([
    ['forge: gitea }', 'forge'],
    ['change: 1 }', 'change'],
    ['review: 7 }', 'review'],
  ])('with { %s alone lacks what belongs to it', (written, key) => {
    const { text, found } = planted(shebao, at, written)
    expect(found.code).toBe('TY2012')
    expect(covered(text, found.range)).toBe(key)
    expect(found.range.start).toEqual(positionOf(text, `${at.split('|', 1).join()}|${written}`))
  })

  it.each(['forge: gitea, change: 1, review: 7 }', 'commit: abcdef0123456789abcdef0123456789abcdef01 }'])(
    'with { %s is whole',
    written => {
      const [before = '', right = ''] = at.split('|')
      expect(mistakesOf(shebao, replaced(shebao, before + right, before + written))).toEqual([])
    },
  )
})

function titled(cases: readonly Case[]) {
  return cases.map(one => [one.slice(0, 4).join(' '), one] as const)
}

function check([file, mark, wrong, code, replacement]: Case): void {
  const { text, found } = planted(file, mark, wrong)
  expect(found.code).toBe(code)
  expect(covered(text, found.range)).toBe(wrong)
  expect(found.fix?.replacement).toBe(replacement)
  if (replacement !== undefined) expect(mistakesOf(file, mended(text, found))).toEqual([])
}
