import { describe, expect, it } from 'vitest'
import type { SystemZone } from '../../generated/types/system.ts'
import { desiredState } from '../../lib/desired-state/index.ts'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { type End, type Way, wayDifferences, waysIn } from '../../lib/isolation/ways.ts'
import { withoutNetworks } from '../../lib/network/zone-part.ts'
import { synthesiseStack } from '../../stacks/synthesise-stack.ts'
import { modelOf } from '../desired-state/model.ts'
import { threeTiers, tieredSystem } from '../desired-state/tiers.ts'
import { jobsIn } from '../stacks/plan.ts'
import { givenIn } from './proof.ts'

function waysOf(zone: SystemZone): readonly Way[] {
  const system = tieredSystem(zone, withoutNetworks(zone))
  const jobs = jobsIn(desiredState(modelOf({ systems: [system] })))
  const given = givenIn(jobs)
  const stacks = jobs.map(job => ({
    name: job.name,
    configuration: JSON.parse(new TextDecoder().decode(synthesiseStack(job).bytes)),
  }))
  return waysIn(modelOfStacks(stacks), given, { projects: new Set(given.projects.keys()), unnamed: [] })
}

const nameOf = (end: End) => (end.kind === 'project' ? (end.tier ?? 'none') : end.kind)

/** What is new and what is gone, as `new web → app 8080`. */
function told(before: SystemZone, after: SystemZone): readonly string[] {
  return wayDifferences(waysOf(before), waysOf(after)).map(({ kind, from, to, traffic }) =>
    [kind, nameOf(from), '→', nameOf(to), [...new Set(traffic.map(({ port }) => port.from))].join()].join(
      ' ',
    ),
  )
}

const { web, app, db } = threeTiers.tiers
const withTiers = (tiers: SystemZone['tiers']): SystemZone => ({
  services: threeTiers.services,
  ...(tiers && { tiers }),
})

describe('what a change of tiers makes reachable', () => {
  it('is nothing where nothing differs', () => {
    expect(told(threeTiers, threeTiers)).toEqual([])
  })

  it('is told by tier where what one opens moves to another', () => {
    const after = withTiers({
      web: { network: web.network, egress: web.egress },
      app,
      db: { ...db, ingress: [...db.ingress, ...web.ingress] },
    })
    expect(told(threeTiers, after)).toEqual(['new everywhere → db 443', 'gone everywhere → web 443'])
  })

  it('is told of two tiers of one system', () => {
    const after = withTiers({
      web: { ...web, egress: [...web.egress, { to: 'tier:db', protocol: 'tcp', ports: [3306] }] },
      app,
      db: { ...db, ingress: [...db.ingress, { from: 'tier:web', protocol: 'tcp', ports: [3306] }] },
    })
    expect(told(threeTiers, after)).toEqual(['new web → db 3306'])
  })

  it('is nothing where one side alone lets it pass', () => {
    const after = withTiers({
      web,
      app,
      db: { ...db, ingress: [...db.ingress, { from: 'tier:web', protocol: 'tcp', ports: [3306] }] },
    })
    expect(told(threeTiers, after).filter(text => text.includes('web'))).toEqual([])
  })
})
