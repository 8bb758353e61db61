import { describe, expect, it } from 'vitest'
import type { ApprovalPolicy } from '../../generated/types/approval.ts'
import { evaluateApproval, policiesFor, type Review } from '../../lib/approval/index.ts'
import type { Case, Flag } from '../../lib/profile/condition.ts'
import { loaded } from '../example-repository.ts'

const { model } = loaded()

type Change = ApprovalPolicy['change']

/** Article, jurisdiction, what changes, how the case is marked, and the roles that must approve, in order. */
const required: readonly (readonly [string, string, Change, readonly Flag[], readonly string[]])[] = [
  ['NW-2.2', 'ningwu', 'request', [], ['authority', 'government', 'authority']],
  ['NW-2.5', 'ningwu', 'change', [], ['authority']],
  ['NW-2.6', 'ningwu', 'exit', [], ['authority']],
  ['NW-1.4', 'ningwu', 'catalogue', [], ['authority']],
  ['NW-1.5', 'ningwu', 'fee-standard', [], ['finance', 'authority']],
  ['NW-3.2', 'ningwu', 'platform', [], ['authority']],
  ['NW-3.2', 'ningwu', 'platform-major', [], ['assessor', 'authority']],
  ['DT-12', 'datong', 'request', [], ['reviewer', 'manager']],
  ['DT-12', 'datong', 'request', ['large'], ['reviewer', 'experts', 'manager']],
  ['DT-15', 'datong', 'change', [], ['manager']],
  ['DT-16', 'datong', 'exit', [], ['manager']],
  ['DT-6', 'datong', 'catalogue', [], ['manager']],
  ['DT-7', 'datong', 'fee-standard', [], ['finance']],
  ['DT-18', 'datong', 'platform', [], ['manager']],
  ['DT-18', 'datong', 'platform-major', [], ['experts', 'manager']],
  ['XS-8', 'xishuangbanna', 'request', [], ['applying-unit', 'authority']],
  ['XS-22.1', 'xishuangbanna', 'change', [], ['applying-unit', 'authority']],
  ['XS-23', 'xishuangbanna', 'exit', [], ['applying-unit', 'authority']],
  ['XS-26', 'xishuangbanna', 'emergency', [], ['applying-unit', 'authority']],
  ['XS-19.5', 'xishuangbanna', 'self-procurement', [], ['authority']],
  ['XS-11', 'xishuangbanna', 'catalogue', [], ['authority']],
  ['ZJ-8', 'zhejiang', 'request', [], ['authority']],
  ['ZJ-10a', 'zhejiang', 'formal-opening', [], ['authority']],
  ['ZJ-11', 'zhejiang', 'change', [], ['authority']],
  ['ZJ-12', 'zhejiang', 'exit', [], ['authority']],
  ['JQ-8', 'jiuquan', 'request', [], ['authority']],
  ['JQ-10.2', 'jiuquan', 'exit', [], ['authority']],
  ['JQ1-12', 'jiuquan', 'budget-overrun', [], ['authority']],
  ['JQ-19', 'jiuquan', 'backup-release', [], ['authority']],
  ['JQ-21', 'jiuquan', 'platform', [], ['authority']],
  ['JQ-24', 'jiuquan', 'emergency', [], ['authority']],
]

function caseWith(flags: readonly Flag[], pool = 'shared'): Case {
  const [system] = model.systems
  if (system === undefined) throw new Error('no example')
  const zones = Object.fromEntries(
    Object.entries(system.value.zones).map(([id, zone]) => [id, { ...zone, pool }]),
  )
  return {
    system: { ...system.value, zones },
    unit: undefined,
    usesDedicatedPool: pool === 'dedicated',
    usesSharedPool: pool !== 'dedicated',
    places: () => [],
    size: () => undefined,
    happened: [],
    flags,
    changes: [],
    opens: () => [],
  }
}

function stepsOf(jurisdiction: string, change: Change, of: Case) {
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  if (profile === undefined) throw new Error(`no profile ${jurisdiction}`)
  return policiesFor(profile, change, of)
}

/** One person a role; whoever acts twice is the same person. */
function reviewsBy(roles: readonly string[]): readonly Review[] {
  return roles.map((role, index) => ({
    id: `${index}`,
    person: role,
    account: 'person',
    decision: 'approve',
    at: new Date(Date.UTC(2026, 0, 1, index)).toISOString(),
    content: 'now',
  }))
}

describe('the approvals that the regulations ask for', () => {
  it.each(required)('%s: in %s a %s marked %j needs %j', (article, jurisdiction, change, flags, roles) => {
    const [applicable, ...others] = stepsOf(jurisdiction, change, caseWith(flags))
    expect(others).toEqual([])
    expect(applicable?.policy.article).toBe(article)
    const steps = applicable?.steps ?? []
    const judged = (reviews: readonly Review[]) =>
      evaluateApproval(
        steps,
        { authors: new Set(['author']), content: 'now', roles: new Map(roles.map(role => [role, [role]])) },
        reviews,
      ).status
    expect(judged(reviewsBy(roles))).toBe('approved')
    for (const without of roles.keys()) {
      expect(judged(reviewsBy(roles).filter((_, index) => index !== without))).toBe('open')
    }
    if (new Set(roles).size > 1) expect(judged(reviewsBy(roles.toReversed().slice(0, -1)))).toBe('open')
  })

  it.each(['zhejiang', 'jiuquan'] as const)(
    'ZJ-4, JQ-4: of %s a catalogue is approved by decision, and cites nothing',
    id => {
      const [applicable] = stepsOf(id, 'catalogue', caseWith([]))
      expect(applicable?.policy.article).toBeUndefined()
      expect(applicable?.steps.map(({ roles }) => roles)).toEqual([['authority']])
    },
  )

  it('XS-15.3: a dedicated pool is approved by itself', () => {
    const [applicable] = stepsOf('xishuangbanna', 'request', caseWith([], 'dedicated'))
    expect(applicable?.steps.map(({ id, article }) => [id, article])).toEqual([
      ['internal', 'XS-9a'],
      ['dedicated', 'XS-15.3'],
      ['approve', 'XS-20'],
    ])
  })

  it('XS-31.2: one person cannot be the applying unit and the authority', () => {
    const [applicable] = stepsOf('xishuangbanna', 'request', caseWith([]))
    const roles = new Map([['both', ['applying-unit', 'authority']]])
    const reviews = reviewsBy(['both', 'both']).map((review, id) => ({ ...review, id: `${id}` }))
    const verdict = evaluateApproval(
      applicable?.steps ?? [],
      { authors: new Set(['author']), content: 'now', roles },
      reviews,
    )
    expect(verdict.status).toBe('open')
    expect(new Set(verdict.ignored.map(({ reason }) => reason))).toEqual(new Set(['conflicting-roles']))
  })

  it('are none where the regulation asks nobody', () => {
    const [profile] = model.catalogue.jurisdictions.values()
    if (profile === undefined) throw new Error('no profile')
    const { approvals: _, ...silent } = profile.value
    expect(policiesFor(silent, 'request', caseWith([]))).toEqual([])
  })

  it('are defined in every profile for every event that needs one, with roles that it has', () => {
    for (const { value: profile } of model.catalogue.jurisdictions.values()) {
      for (const { approval } of Object.values(profile.lifecycle.events)) {
        if (approval === undefined) continue
        expect(
          policiesFor(profile, approval, caseWith([])).length,
          `${profile.metadata.id} ${approval}`,
        ).toBeGreaterThan(0)
      }
    }
  })
})
