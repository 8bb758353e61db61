import { isRecord } from '../model/record.ts'
import type { RecordMark } from '../read/document.ts'
import type { DecidedEvent, RecordedAnswer } from './answers.ts'

/** One event of a composed history. */
export type ComposedEvent =
  | { readonly event: unknown; readonly written: number }
  | {
      readonly event: DecidedEvent & { readonly until?: unknown }
      readonly record: RecordMark
      /** The request that it answers: its index among what people wrote. */
      readonly request: number
    }

/**
 * What people wrote with what records decided, as both came to the target branch: decisions stand behind the events that
 * were written when they were made, and before those that were written since. What is appended to the written history
 * thus moves nothing.
 *
 * An answer counts only where its request stands as it was, and one request has one answer, which is the first. Whoever
 * approves a request agrees to the day that it names: the approval, which comes last, has it as well.
 *
 * @param written the events of a manifest, whatever they are
 * @param answers of this system, in any order
 */
export function composedHistory(
  written: readonly unknown[],
  answers: readonly RecordedAnswer[],
): readonly ComposedEvent[] {
  const answered = new Set<number>()
  const counting = answers
    .toSorted((a, b) => a.record.number - b.record.number)
    .filter(answer => {
      const { index } = answer.request
      if (answered.has(index) || !isAnswered(written, answer)) return false
      answered.add(index)
      return true
    })
  const decidedAt = Map.groupBy(counting, answer => answer.written)
  return written.flatMap((event, index) => [
    { event, written: index },
    ...(decidedAt.get(index + 1) ?? []).flatMap(({ events, record, request }) =>
      events.map((decided, at) => ({
        event: at === events.length - 1 ? { ...decided, ...agreedIn(written[request.index]) } : decided,
        record,
        request: request.index,
      })),
    ),
  ])
}

/** The day that a request names, for the approval of it. */
export function dayAgreed<T>({ until }: { readonly until?: T }): { readonly until?: T } {
  return until === undefined ? {} : { until }
}

function agreedIn(request: unknown) {
  return isRecord(request) ? dayAgreed(request) : {}
}

function isAnswered(written: readonly unknown[], { request, written: length }: RecordedAnswer): boolean {
  const asked = written[request.index]
  return (
    request.index < length &&
    length <= written.length &&
    isRecord(asked) &&
    asked.event === request.event &&
    asked.on === request.on
  )
}
