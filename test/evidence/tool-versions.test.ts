import { describe, expect, it } from 'vitest'
import { setBackIn } from '../../lib/evidence/index.ts'

describe('a version of the tool that goes back', () => {
  it.each([
    ['none where versions stay or rise', ['0.9.0', '0.9.0', '0.10.0', '1.0.0'], 0, []],
    ['a patch, a minor and a major number', ['2.2.2', '2.2.1', '2.1.9', '1.9.9', '2.2.2'], 0, [2, 3, 4]],
    ['one that is older than any before it', ['1.0.0', '0.9.0', '0.9.5'], 0, [2, 3]],
    ['what is no version', ['1.0.0', 'x', '1.0', '1.0.0', '1.0.0.0'], 0, [2, 3, 5]],
    ['no other build of the same', ['1.0.0', '1.0.0-rc.1', '1.0.0+a'], 0, []],
    ['none up to an anchor', ['1.0.0', '0.9.0', '0.9.0'], 2, [3]],
    ['one behind an anchor by what stands before it', ['1.0.0', '0.9.0'], 1, [2]],
    ['the first where it is no version', ['x'], 0, [1]],
  ])('is %s', (_title, tools, anchored, wanted) => {
    const records = tools.map((tool, index) => ({ number: index + 1, tool }))
    expect(setBackIn(records, anchored)).toEqual(wanted)
  })
})
