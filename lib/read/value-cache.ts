/** What holds so many values, and lets the oldest go for a new one: each lets its value go when it is called. */
class ValueCache {
  readonly #letGo: (() => void)[] = []
  readonly #most: number
  #next = 0

  constructor(most: number) {
    this.#most = most
  }

  hold(letGo: () => void): void {
    this.#letGo[this.#next]?.()
    this.#letGo[this.#next] = letGo
    this.#next = (this.#next + 1) % this.#most
  }
}

/**
 * How many files are parsed, then validated, then checked together: code that goes on doing one thing takes three
 * quarters of the time, and so few values do not outlive a collection of young objects.
 */
export const batchSize = 64

/** Values that were read for the first time: mostly nobody asks for them again once their batch has been looked at. */
export const freshValues = new ValueCache(batchSize)

/** Values that somebody asked for again, some 40 MB of them: most repositories are never read a third time. */
export const valueCache = new ValueCache(4096)
