import { describe, expect, it } from 'vitest'
import { approvalsAskedFor } from '../../lib/approval/index.ts'
import { isDecision, wayToAnyOf } from '../../lib/lifecycle/index.ts'
import { jurisdictions, positionsOf, profileOf, waysFrom } from '../profile/texts/course.ts'

describe.each(jurisdictions)('what can be asked for under %s', id => {
  const profile = profileOf(id)
  const asked = [...positionsOf(profile).values()].flatMap(position =>
    waysFrom(profile, position).filter(({ event }) => !isDecision(profile, event)),
  )

  it.each([[[]], [['emergency']], [['green-channel']]] as const)(
    'has with %j a way to one of the approvals that it waits for',
    flags => {
      const waiting = asked.map(({ event, to }) => ({
        event,
        to,
        kinds: approvalsAskedFor(profile, event, to.state, flags),
      }))
      const requests = waiting.filter(({ kinds }) => kinds.length > 0)
      expect(requests.length).toBeGreaterThan(3)
      const stuck = requests.filter(({ to, kinds }) => wayToAnyOf(profile, to, kinds) === undefined)
      expect(stuck.map(({ event, to, kinds }) => `${event} → ${to.state}: ${kinds.join()}`)).toEqual([])
    },
  )
})
