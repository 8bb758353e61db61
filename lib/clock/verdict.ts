export type DeadlineState =
  | 'running'
  | 'due-soon'
  /** Ended in time; of a minimum period also: it has passed. */
  | 'met'
  | 'missed'
  | 'paused'
  /** Nothing to do but wait: a minimum period has not passed, or the agreed date is not recorded yet. */
  | 'waiting'
  /** No longer owed: an event that voids it came in time. */
  | 'lapsed'

/** A distance in days. */
export interface Span {
  readonly calendar: number
  /** Of what is counted in working days alone: to no other does it matter which days are off. */
  readonly working?: number
  /** Of a deadline in hours alone. */
  readonly hours?: number
}

/** What is said of one run, apart from when it is due. */
export interface Judged {
  readonly state: DeadlineState
  readonly remaining?: Span
  readonly missedBy?: Span
}

export interface Verdict extends Judged {
  /** The last day of an at-most deadline; the first day allowed of the others. */
  readonly due: string | undefined
  /** The time of the due day, `hh:mm` up to `24:00`, of a deadline in hours. */
  readonly dueAt?: string
  /** Of a deadline in hours: a time of day is not known, and the reading was taken that lets nobody off. */
  readonly assumesTimes?: boolean
}

export type Measure = (from: string, to: string) => Span
