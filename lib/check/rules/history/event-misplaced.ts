import type { JurisdictionProfile } from '../../../../generated/types/jurisdiction.ts'
import { lastDay } from '../../../clock/period.ts'
import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { eventsFrom, type Misfit, stateOf } from '../../../lifecycle/index.ts'
import { entryOf } from '../../../model/entry.ts'
import { eventTerm, inARow, stateTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const eventMisplaced: SystemRule = {
  code: 'TY3503',
  severity: 'error',
  title: text('该环节不能在此状态下办理。', 'An event that cannot come in this state.'),
  why: text(
    '办理环节须依法规的次序；补上缺少的环节，或删去多余的环节。tenantry status 列出每个状态可办的下一步。',
    'Events follow the order of the regulation. Add the one that is missing, or take this one out; `tenantry status` lists what may come next.',
  ),
  articles: ['DT-10', 'XS-18', 'ZJ-6'],
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined) return
    for (const misfit of stateOf(profile, system.value.history, lastDay).misfits) {
      const name = system.value.history[misfit.index]?.event ?? ''
      yield finding(eventMisplaced, place(system, 'history', misfit.index, 'event'), {
        article: entryOf(profile.lifecycle.events, name)?.article ?? profile.lifecycle.article,
        message: describe(profile, name, misfit),
      })
    }
  },
}

function describe(profile: JurisdictionProfile, name: string, misfit: Misfit) {
  const possible = inARow(eventsFrom(profile, misfit).map(id => eventTerm(profile, id)))
  const state = stateTerm(profile, misfit.state)
  const event = eventTerm(profile, name)
  return text(
    `此前的状态为“${state.zh}”，不能办理“${event.zh}”；可办：${possible.zh || '无'}`,
    `the state before is “${state.en}”, in which “${event.en}” cannot come; possible: ${possible.en || 'none'}`,
  )
}
