export type InTurn = <T>(work: () => Promise<T>) => Promise<T>

/** Lets at most so many pieces of work go on at once; the others wait, and go on in the order in which they came. */
export function turns(atOnce: number): InTurn {
  const waiting: (() => void)[] = []
  let free = atOnce
  const begin = async () => {
    if (free > 0) {
      free -= 1
      return
    }
    const { promise, resolve } = Promise.withResolvers<void>()
    waiting.push(resolve)
    await promise
  }
  const end = () => {
    const next = waiting.shift()
    if (next === undefined) free += 1
    else next()
  }
  return async work => {
    await begin()
    try {
      return await work()
    } finally {
      end()
    }
  }
}
