import { describe, expect, it } from 'vitest'
import { strykerPlugins } from './prose.ts'

const named = (name: string) => ({ type: 'Identifier', name })
const string = (value: string) => ({ type: 'StringLiteral', value })
const program = { type: 'Program' }

/** Whether an argument of a call, such as `text('…', '…')`, is left out. */
function isArgumentLeftOut(callee: object, args: readonly object[], at: number): boolean {
  return isLeftOut({ node: args[at], parent: { type: 'CallExpression', callee, arguments: args } })
}

function isLeftOut(path: object): boolean {
  return strykerPlugins.some(({ value }) => value.shouldIgnore(path) !== undefined)
}

describe('texts for people', () => {
  it('are objects with a member for a language', () => {
    const object = (...keys: string[]) => ({
      type: 'ObjectExpression',
      properties: keys.map(key => ({ type: 'ObjectProperty', key: named(key) })),
    })
    expect(isLeftOut({ node: object('zh', 'en'), parent: program })).toBe(true)
    expect(isLeftOut({ node: object('kind', 'zone'), parent: program })).toBe(false)
  })

  it('are arguments of the functions that make texts, behind the place that the text is about', () => {
    const args = [string('一'), string('two'), string('three')]
    expect([0, 1].map(at => isArgumentLeftOut(named('text'), args, at))).toEqual([true, true])
    expect([0, 1, 2].map(at => isArgumentLeftOut(named('related'), args, at))).toEqual([false, true, true])
    expect([0, 1].map(at => isArgumentLeftOut(named('entryOf'), args, at))).toEqual([false, false])
  })

  it('are separators of a list that is read, and not of one that is compared', () => {
    const join = { type: 'MemberExpression', property: named('join') }
    expect(isArgumentLeftOut(join, [string('、')], 0)).toBe(true)
    expect(isArgumentLeftOut(join, [string(', ')], 0)).toBe(true)
    expect(isArgumentLeftOut(join, [string('/')], 0)).toBe(false)
    expect(isArgumentLeftOut(join, [string('\r\n')], 0)).toBe(false)
  })

  it('are messages of errors', () => {
    const parent = (name: string) => ({ type: 'NewExpression', callee: named(name) })
    expect(isLeftOut({ node: string('Not a date'), parent: parent('RangeError') })).toBe(true)
    expect(isLeftOut({ node: string('2026-01-01'), parent: parent('Date') })).toBe(false)
  })
})
