import type { Condition } from '../../generated/types/condition.ts'

/**
 * How long a period is. A period of working days ends on a working day by itself. One of calendar days or months says
 * what happens when its last day is a holiday, because no rule fits all. 民法典第二百零三条 and 民事诉讼法第八十五条 move that
 * day to the first one after the holiday; both are about other matters (civil acts, lawsuits) and reach an administrative
 * document only as the general principle that an office can't be handed anything while it is closed. So `extend` suits
 * an act owed to an office within a period. `keep` suits a minimum period, whose end asks nothing of anybody.
 * A date that was agreed or decided never moves (民法典第二百零四条: 当事人另有约定的除外).
 */
export type DeadlineDays =
  | { readonly working: number }
  | { readonly calendar: number; readonly onHoliday: 'extend' | 'keep' }
  | { readonly months: number; readonly onHoliday: 'extend' | 'keep' }
  /** The date is in the start event's `until`, or in that of an event in `extendedBy`. */
  | { readonly agreed: true }
  /** The date is in the system's file: the end of the approved construction period (项目建设期). */
  | { readonly caseDate: CaseDate }

export type CaseDate = 'construction-end'

/** A deadline of a regulation, as data. Its schema is `deadline.schema.json`. */
export interface DeadlineDefinition {
  readonly id: string
  readonly name: string
  readonly article: string
  /** Where the number comes from when the article gives none. */
  readonly basis?: string
  /** Events that start the period, any of them. */
  readonly from: readonly string[]
  /** Events that end it, any of them. */
  readonly until: readonly string[]
  readonly days: DeadlineDays
  /**
   * `at-most`: the end comes by the last day. `at-least`: the end comes on the last day of the minimum period or later.
   * `ahead`: the start announces the end so many days before it; an end that nothing announced is missed.
   */
  readonly direction: 'at-most' | 'at-least' | 'ahead'
  /** `each` start, where every end closes the oldest open one (the default), or the `first` alone. */
  readonly occurrence?: 'each' | 'first'
  /** Events whose `until` is the new last day, which ends a pause too. Given after the last day, they revive nothing. */
  readonly extendedBy?: readonly string[]
  readonly pausedBy?: readonly string[]
  readonly resumedBy?: readonly string[]
  /** Events after which nothing is owed any more, such as `terminated`. */
  readonly voidedBy?: readonly string[]
  /** Asked about the start event. */
  readonly when?: Condition
  /** The role that has to act. */
  readonly responsible: string
  /** How much is left when it counts as due soon; without it, a fifth of the period, rounded up to a whole day. */
  readonly dueSoon?:
    | { readonly working: number }
    | { readonly calendar: number }
    | { readonly percent: number }
}
