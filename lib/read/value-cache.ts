/** Some 40 MB of values: most repositories are never read twice, whoever goes through them how often. */
const heldAtMost = 4096

/** What holds a value, from the oldest on; each lets its value go when it is called. */
class Held {
  readonly #letGo: (() => void)[] = []
  #next = 0

  /** Holds one more, and lets go of the oldest where that are too many. */
  hold(letGo: () => void): void {
    this.#letGo[this.#next]?.()
    this.#letGo[this.#next] = letGo
    this.#next = (this.#next + 1) % heldAtMost
  }
}

export const valueCache = new Held()
