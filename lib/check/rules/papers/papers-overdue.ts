import type { JurisdictionProfile } from '../../../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../../../generated/types/system.ts'
import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { replay, wayToApproval } from '../../../lifecycle/index.ts'
import { entryOf } from '../../../model/entry.ts'
import { type Emergency, emergenciesIn } from '../../../profile/deferral.ts'
import { eventTerm } from '../../../term/index.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const papersOverdue: SystemRule = {
  code: 'TY4206',
  severity: 'warning',
  title: text(
    '紧急办理的手续未按约定日期补齐。',
    'The papers of an emergency were not completed by the day agreed.',
  ),
  why: text(
    '紧急开通、绿色通道可以先办，手续须在约定日期前补齐；补交材料后追加补齐手续的环节。补齐之前不再批准新的资源，已有的不受影响。',
    'An emergency goes first, but its papers follow by the day agreed. File them and append the event that says so. Until then nothing new is granted, and what stands goes on.',
  ),
  articles: ['XS-26', 'XS-39', 'JQ-24'],
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile?.emergency === undefined) return
    const { completedBy } = profile.emergency
    const name = eventTerm(profile, completedBy)
    const { history } = system.value
    for (const emergency of emergenciesIn(profile, history)) {
      const { agreed, completed } = emergency
      const until = history[agreed]?.until
      if (completed !== undefined || until === undefined || until >= surroundings.asOf) continue
      if (isWithoutEffect(profile, history, emergency)) continue
      yield finding(papersOverdue, place(system, 'history', agreed, 'until'), {
        ...groundIn(surroundings, profile, profile.emergency),
        message: text(
          `手续最迟应于 ${until} 补齐，至今未补（${name.zh}）`,
          `the papers were due by ${until}, and “${name.en}” did not follow`,
        ),
      })
    }
  },
}

/** Whether nothing went ahead and nothing will: the request was refused or taken back, or an opening of its own answers it. */
function isWithoutEffect(
  profile: JurisdictionProfile,
  history: readonly HistoryEvent[],
  { start, last }: Emergency,
): boolean {
  const isApproved = ({ event, grants }: HistoryEvent) =>
    grants !== undefined || entryOf(profile.lifecycle.events, event)?.approval !== undefined
  if (history.slice(start, last + 1).some(isApproved)) return false
  const end = [...replay(profile, history)].at(last)
  return last < history.length - 1 || end === undefined || wayToApproval(profile, end) === undefined
}
