import type { HistoryEvent } from '../../../generated/types/system.ts'
import { profileOf } from '../../entitlement/index.ts'
import { type Finding, finding, type Text } from '../../finding/finding.ts'
import type { Model, System } from '../../model/model.ts'
import { sameData } from '../../model/same-data.ts'
import { eventTerm } from '../../term/index.ts'
import { changedSystems } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const historyIsAppendOnly: ChangeRule = {
  code: 'TY4001',
  severity: 'error',
  title: {
    zh: '办理记录只能追加，不得修改、删除或调换次序',
    en: 'A history may only grow; its events are never edited, removed or reordered',
  },
  why: {
    zh: 'history 是审批与计费的依据，日后审计以它为准。恢复目标分支上的原记录；确有差错的，另追加一条更正记录并附材料。',
    en: 'Approvals, fees and audits rest on the history. Restore the events as the target branch has them; to correct one, append another with its paper.',
  },
  *check(base, head) {
    for (const { before, after } of changedSystems(base, head)) yield* firstDeparture(base, before, after)
  },
}

/** Only the first event that differs: all after it are moved by it. */
function* firstDeparture(base: Model, before: System, system: System): Iterable<Finding> {
  const [had, has] = [before.value.history, system.value.history]
  const index = had.findIndex((event, at) => !sameData(event, has[at]))
  const lost = had[index]
  if (lost === undefined) return
  const lifecycle = profileOf(base, before)?.lifecycle ?? { initial: '', states: {}, events: {} }
  const place = system.document.at(has[index] === undefined ? ['history'] : ['history', index])
  const related = [
    {
      ...before.document.at(['history', index]),
      message: { zh: '目标分支上的原记录', en: 'the event as the target branch has it' },
    },
  ]
  yield finding(historyIsAppendOnly, place, {
    message: departure(eventTerm({ lifecycle }, lost.event), lost.on, has[index], index),
    related,
  })
}

function departure(lost: Text, on: string, now: HistoryEvent | undefined, index: number) {
  const place = `history[${index}]`
  if (now === undefined) {
    return {
      zh: `第 ${index + 1} 条办理记录（${on} ${lost.zh}）被删除`,
      en: `event ${index + 1} (“${lost.en}” on ${on}) has been removed`,
    }
  }
  return {
    zh: `第 ${index + 1} 条办理记录（${on} ${lost.zh}）与目标分支上的不一致（${place}）`,
    en: `event ${index + 1} (“${lost.en}” on ${on}) is not what the target branch has (${place})`,
  }
}
