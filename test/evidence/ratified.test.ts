import { describe, expect, it } from 'vitest'
import { ratifiedIn } from '../../lib/evidence/index.ts'

const approved = (number: number, ...ratifies: readonly number[]) =>
  ({ number, status: 'approved', ratifies }) as const
const unapproved = (number: number, ...ratifies: readonly number[]) =>
  ({ number, status: 'unapproved', ratifies }) as const

describe('what records ratify', () => {
  it.each([
    ['an earlier record that is unapproved', [unapproved(1), approved(2, 1)], [[1, 2]]],
    [
      'several at once',
      [unapproved(1), unapproved(2), approved(3, 2, 1)],
      [
        [2, 3],
        [1, 3],
      ],
    ],
    ['none without an approval of their own', [unapproved(1), unapproved(2, 1)], []],
    ['none that was approved', [approved(1), approved(2, 1)], []],
    ['none that is still to come, nor themselves', [approved(1, 1, 2), unapproved(2)], []],
    ['none a second time', [unapproved(1), approved(2, 1), approved(3, 1)], [[1, 2]]],
  ])('is %s', (_title, records, wanted) => {
    expect([...ratifiedIn(records)].map(([number, by]) => [number, by.number])).toEqual(wanted)
  })
})
