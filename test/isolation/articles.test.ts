import { describe, expect, it } from 'vitest'
import type { Belief } from '../../generated/types/platform.ts'
import { desiredState } from '../../lib/desired-state/index.ts'
import type { ProjectGrant } from '../../lib/isolation/grant.ts'
import { heldBeliefs } from '../../lib/isolation/held-beliefs.ts'
import type { HeldBelief } from '../../lib/isolation/judge.ts'
import { type Draft, emptyDraft } from '../../lib/isolation/model.ts'
import { boxOf } from '../../lib/isolation/traffic-set.ts'
import { loaded } from '../example-repository.ts'
import { jobsIn } from '../stacks/plan.ts'
import { givenIn, proofOf } from './proof.ts'

const { model } = loaded()
const given = givenIn(jobsIn(desiredState(model)))
const beliefs = heldBeliefs(model.catalogue)
const cited = beliefs.filter(({ belief }) => belief.article !== undefined)

const origin = { stack: 's', address: 'planted.here' }

type Plant = (draft: Draft, systems: readonly ProjectGrant[]) => void

/** What each kind that an article stands for forbids, done by or to systems of one jurisdiction. */
const planted: { readonly [Kind in Belief['kind']]?: Plant } = {
  'networks-unshared': ({ networks }, [system]) => {
    if (system !== undefined)
      networks.push({ id: 'n', origin, project: system.project, portSecurity: true, shared: true })
  },
  'openings-granted': (draft, [system]) => {
    if (system !== undefined) opens(draft, system, 'ingress')
  },
  'pools-dedicated': ({ accesses }, systems) => {
    for (const { project, zone, flavors } of systems) {
      const dedicated = given.zones.find(({ id }) => id === zone)?.dedicatedFlavors ?? new Set<string>()
      for (const flavor of dedicated.difference(flavors)) accesses.push({ flavor, project, origin })
    }
  },
  'roles-granted': ({ assignments }, [system]) => {
    const holder = { kind: 'user', name: 'ops', domain: 'elsewhere' } as const
    if (system !== undefined)
      assignments.push({ on: system.project, role: 'admin', holder, inherited: false, origin })
  },
  'zones-apart': (draft, systems) => {
    for (const system of systems) {
      opens(draft, system, 'ingress')
      opens(draft, system, 'egress')
      for (const cidr of system.networks)
        draft.subnets.push({
          id: `${system.project} ${cidr}`,
          origin,
          project: system.project,
          network: system.project,
          cidr,
          pooled: true,
        })
    }
  },
}

function opens({ rules }: Draft, { project }: ProjectGrant, direction: 'ingress' | 'egress'): void {
  rules.push({ project, group: 'default', direction, version: 4, traffic: [boxOf(4)], origin })
}

/** What the proof finds in a world where nothing stands but a breach of one kind in one jurisdiction. */
function foundAfter({ belief, jurisdiction }: HeldBelief) {
  const draft = emptyDraft()
  const systems = [...given.projects.values()].filter(system => system.jurisdiction === jurisdiction)
  planted[belief.kind]?.(draft, systems)
  return proofOf(draft, given, beliefs)
}

describe('the articles for which the examples believe something of the isolation', () => {
  it('are of every regulation', () => {
    const regulations = new Set(cited.map(({ jurisdiction }) => jurisdiction))
    expect(regulations).toEqual(new Set(model.catalogue.jurisdictions.keys()))
  })

  it.each(cited.map(held => [held.belief.article, held.belief.kind, held] as const))(
    '%s is broken, and cited, where its systems break %s',
    (article, _kind, held) => {
      const { beliefs: verdicts, findings } = foundAfter(held)
      const broken = verdicts.filter(({ breaches }) => breaches.length > 0)
      expect(broken.map(verdict => verdict.held)).toContain(held)
      expect(findings.map(finding => finding.article)).toContain(article)
      const others = broken.filter(({ held: { jurisdiction } }) => jurisdiction !== undefined)
      expect(new Set(others.map(verdict => verdict.held.jurisdiction))).toEqual(new Set([held.jurisdiction]))
    },
  )
})
