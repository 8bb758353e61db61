import type { Ground } from './kept.ts'

export interface Plan extends Ground {
  /** How many have to be done. */
  readonly wanted: number
  /** Where what is done is kept. */
  readonly file: string
}

export interface Report {
  /** Lines without the ground, which are the same for all. */
  readonly lines: readonly string[]
  readonly failures: number
}

/** Something that is done to real clouds many times, each time another way by a seed. */
export interface Campaign {
  readonly name: string
  readonly usualCount: number
  /** Goes on until enough is done. */
  readonly run: (plan: Plan, say: (line: string) => void) => Promise<Report>
}
