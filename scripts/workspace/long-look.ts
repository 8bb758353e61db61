// To look at many files takes its time, and nothing else of the process has a turn meanwhile.
import type { Checkout } from '../git/call.ts'

/** Fewer are looked at in a few seconds, however bad they are. */
const manyFiles = 1_000

/** Does something with files, and has it told where there are many. */
export function tellingOf<T>(
  { heart }: Pick<Checkout, 'heart'>,
  files: readonly unknown[],
  work: () => T,
): T {
  const { length } = files
  const on = { zh: `核对 ${length} 个文件`, en: `checking ${length} files` }
  const wait = length < manyFiles ? undefined : heart?.blocked(on, Date.now())
  try {
    return work()
  } finally {
    wait?.end()
  }
}
