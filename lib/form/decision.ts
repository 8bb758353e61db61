import type { HistoryEvent } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import { isOnPaper } from '../profile/typed-decision.ts'
import { chineseDate } from './date.ts'
import { type Line, words } from './document.ts'
import type { Subject } from './subject.ts'

/** What the case's history says was decided by any of these events, with day and number; nothing before it was. */
export function decisionLines(events: readonly string[] = [], { system, profile }: Subject): readonly Line[] {
  if (system === undefined) return []
  const { history, span } = system
  const index = history.findLastIndex(({ event }, at) => at >= span.begin && events.includes(event))
  const decided = history[index]
  if (decided === undefined) return []
  const name = entryOf(profile.lifecycle.events, decided.event)?.name ?? decided.event
  const reason = decided.reason === undefined ? [] : [`理由：${decided.reason.trim()}`]
  const record = system.system.document.recordOf?.(index)
  const number =
    record === undefined ? [...markOf(decided), ...numberOf(decided)] : [`审批记录第${record.number}号`]
  const recorded = `（${[chineseDate(decided.on), ...number].join('，')}）`
  return [`${name}${recorded}`, ...reason].map(text => [words(text)])
}

/** What no forge and no commit bears stays marked so. */
function markOf(decided: HistoryEvent): readonly string[] {
  return isOnPaper(decided) ? ['纸质决定'] : []
}

/** The number of its paper; without one, of the review or the commit that records it. */
function numberOf({ papers = [], source }: HistoryEvent): readonly string[] {
  const number = papers.find(paper => paper.number !== undefined)?.number ?? source?.paper
  if (number !== undefined) return [number]
  if (source?.change !== undefined) {
    const review = source.review === undefined ? '' : `评审${source.review}`
    return [`合并请求${source.change}${review}`]
  }
  return source?.commit === undefined ? [] : [`提交${source.commit.slice(0, 12)}`]
}
