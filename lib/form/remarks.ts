import type { Text } from '../finding/finding.ts'
import { chineseDate } from './date.ts'
import { servicesShown } from './shows.ts'
import type { Subject } from './subject.ts'

/** What a form has to say of itself, because the past is not known in all that it shows. */
export interface Remark {
  readonly kind: 'request-unknown' | 'facts-of-now'
  /** The index of the event that the form records. */
  readonly event: number
  readonly text: Text
}

/** Nothing where all that the form says is of its own time. */
export function remarksOf(subject: Subject): readonly Remark[] {
  const { system } = subject
  const event = system?.span.at
  if (system === undefined || event === undefined) return []
  const on = system.history[event]?.on ?? ''
  return [
    ...(lacksRequest(subject) ? [requestUnknown(event, on)] : []),
    ...(system.isOfThen ? [] : [factsOfNow(event, on)]),
  ]
}

function lacksRequest(subject: Subject): boolean {
  const { system } = subject
  if (system?.isRequest !== true || system.asked !== undefined) return false
  if (system.span.at !== system.span.begin) return servicesShown(subject).has('verified')
  return ['requested', 'verified', 'change'].some(of => servicesShown(subject).has(of))
}

function requestUnknown(event: number, on: string): Remark {
  return {
    kind: 'request-unknown',
    event,
    text: {
      zh: `${chineseDate(on)}申请的内容没有记录，有关各栏须按原件填写`,
      en: `nothing tells what was asked for on ${on}; those fields are left open, to be filled in from the original`,
    },
  }
}

function factsOfNow(event: number, on: string): Remark {
  return {
    kind: 'facts-of-now',
    event,
    text: {
      zh: `本件为补制，系统、单位和人员情况为现时登记的内容，不是${chineseDate(on)}的`,
      en: `made out afterwards: what it says of the system, the unit and its people is of now, not of ${on}`,
    },
  }
}
