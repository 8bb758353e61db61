// What was signed of a change, beside what a forge says of it: what counts, and each forgery with what becomes of it.
import { afterAll, describe, expect, it } from 'vitest'
import type { ApprovalStep } from '../../generated/types/approval.ts'
import type { PeopleManifest } from '../../generated/types/people.ts'
import { decide, statementFindings } from '../../lib/approval/index.ts'
import type { ChangeFacts, ReviewFact } from '../../lib/forge/facts.ts'
import {
  isAbout,
  type ReviewStatement,
  type SignedStatement,
  statementText,
} from '../../lib/statement/index.ts'
import { testKeys } from '../statement/keys.ts'
import { asked, step } from './asked-once.ts'

const keys = testKeys()
afterAll(keys.remove)
const [official, second, opener] = [keys.make('official'), keys.make('second'), keys.make('opener')]
const [old, lost, recorder] = [keys.make('old'), keys.make('lost'), keys.make('recorder')]
keys.make('stranger')

const forge = 'https://git.example'
const day = '2026-11-23'
const hex = (letter: string) => letter.repeat(40)
const [head, other, base, tree] = [hex('a'), hex('b'), hex('c'), hex('d')]

const signer = (person: string, key: string) => ({ person, key, from: '2026-01-01' })
const people: PeopleManifest = {
  apiVersion: 'tenantry/v1',
  kind: 'People',
  accounts: [2, 3, 4].map(id => ({ person: `P-${id}`, forge, id, from: '2026-01-01' })),
  offices: ['P-2', 'P-3', 'P-4'].map(person => ({
    person,
    jurisdiction: 'ningwu',
    roles: ['authority'],
    from: '2026-01-01',
  })),
  signers: [
    signer('P-2', opener),
    signer('P-3', official),
    { ...signer('P-3', old), to: '2026-11-22' },
    { ...signer('P-3', lost), revoked: day },
    { ...signer('P-3', recorder), use: 'recorder' },
    signer('P-4', second),
  ],
}

const facts: ChangeFacts = {
  repository: 1,
  number: 7,
  target: 'main',
  head,
  targetTip: base,
  state: 'open',
  isDraft: false,
  opener: 2,
  pushes: [{ account: 2, head }],
  turns: [],
  reviews: [],
  merge: undefined,
}

const click = (more: Partial<ReviewFact> = {}): ReviewFact => ({
  id: '10',
  account: 3,
  state: 'approve',
  commit: head,
  at: '2026-11-23T02:00:00.000Z',
  place: 100,
  ...more,
})

const statement = (more: Partial<ReviewStatement> = {}): ReviewStatement => ({
  schema: 'tenantry-review/v1',
  forge,
  repository: 1,
  target: 'main',
  base,
  head,
  tree,
  change: 7,
  person: 'P-3',
  verdict: 'approved',
  reason: null,
  at: '2026-11-23T01:00:00.000Z',
  ...more,
})

const signed = (more: Partial<ReviewStatement> = {}, by = 'official', namespace?: string): SignedStatement =>
  keys.sign(statementText(statement(more)), by, namespace)

interface Case {
  readonly facts?: Partial<ChangeFacts>
  readonly steps?: readonly ApprovalStep[]
  readonly on?: string
  readonly base?: string
}

/** What each commit would make of the target branch. */
const trees = new Map([
  [head, tree],
  [other, hex('e')],
])

function outcome(
  statements: readonly SignedStatement[],
  { facts: more, steps = [step], on = day, ...by }: Case = {},
) {
  const content = { now: tree, of: (commit: string) => trees.get(commit), base: by.base ?? base }
  const deciding = { facts: { ...facts, ...more }, statements, forge, people, content, day: on }
  const decision = decide(deciding, [{ ...asked, steps }])
  return {
    status: decision.status,
    why: [
      ...decision.void.map(({ reason }) => reason),
      ...decision.parts.flatMap(({ verdict }) => verdict.ignored.map(({ reason }) => reason)),
    ],
    codes: statementFindings(decision, { forge, change: '7' }).map(
      ({ code, severity }) => `${code} ${severity}`,
    ),
  }
}

describe('a signed statement fills a step', () => {
  it('as a click in the forge does, without any', () => {
    expect(outcome([])).toEqual({ status: 'open', why: [], codes: [] })
    expect(outcome([signed()])).toEqual({ status: 'approved', why: [], codes: [] })
    expect(outcome([signed({ change: null })]).status).toBe('approved')
  })

  it('beside another’s click, and never twice for one person', () => {
    const two = { steps: [{ ...step, need: 2 }] }
    expect(outcome([signed()], { ...two, facts: { reviews: [click({ account: 4 })] } }).status).toBe(
      'approved',
    )
    expect(outcome([signed()], { ...two, facts: { reviews: [click()] } })).toMatchObject({
      status: 'open',
      why: ['counted-already'],
    })
    const again = [signed(), signed({ at: '2026-11-23T01:00:01.000Z' })]
    expect(outcome(again, two).why).toEqual(['counted-already'])
    expect(outcome([signed(), signed()], two)).toMatchObject({ status: 'open', why: [] })
  })

  it('where the target branch has moved on, and its commit still makes what is merged', () => {
    const moved = { base: other }
    expect(outcome([signed({ tree: hex('f') })], moved).status).toBe('approved')
    expect(outcome([signed({ head: hex('f') })], moved).status).toBe('approved')
  })

  it('after a forced push, another target, a draft and a reopening: it names what it is of', () => {
    const kinds = ['force-push', 'retarget', 'ready', 'reopen'] as const
    const turns = kinds.map((kind, index) => ({ kind, place: 101 + index }))
    expect(outcome([signed()], { facts: { turns } }).status).toBe('approved')
  })

  it('of a change that is merged where it is from before, and not from the second of the merge', () => {
    const merge = { account: 2, commit: head, at: '2026-11-23T01:00:00.001Z' }
    const merged = { facts: { state: 'merged', merge } } as const
    expect(outcome([signed()], merged).status).toBe('approved')
    expect(outcome([signed({ at: merge.at })], merged)).toMatchObject({
      status: 'open',
      why: ['after-merge'],
      codes: ['TY4407 warning'],
    })
  })
})

describe('a signed statement does not count', () => {
  const moved: SignedStatement = { ...signed(), text: statementText(statement({ tree: other })) }
  const forgeries: readonly (readonly [string, SignedStatement, string, string, Case?])[] = [
    ['of other content', signed({ head: other, tree: hex('e') }), 'other-content', 'TY4407'],
    ['that was altered', moved, 'altered', 'TY4442'],
    ['signed as a record', signed({}, 'official', 'tenantry-evidence-v1'), 'unsigned', 'TY4441'],
    ['signed as a commit', signed({}, 'official', 'git'), 'unsigned', 'TY4441'],
    ['that nobody can read', { text: '{}', signature: '' }, 'malformed', 'TY4440'],
    ['by a stranger', signed({}, 'stranger'), 'signer-unknown', 'TY4443'],
    ['in another’s name', signed({ person: 'P-4' }), 'signer-unknown', 'TY4443'],
    ['by the recorder’s key', signed({}, 'recorder'), 'signer-unknown', 'TY4443'],
    ['by a key whose term is over', signed({}, 'old'), 'signer-expired', 'TY4444'],
    ['from before the key’s term', signed({ at: '2025-12-31T15:59:59.999Z' }), 'signer-expired', 'TY4444'],
    ['by a key that is revoked on the day', signed({}, 'lost'), 'signer-revoked', 'TY4445'],
    [
      'dated before a revocation that has come by the decision',
      signed({ at: '2026-11-22T01:00:00.000Z' }, 'lost'),
      'signer-revoked',
      'TY4445',
    ],
    ['of another forge', signed({ forge: 'https://git.other' }), 'other-repository', 'TY4446'],
    ['of another repository', signed({ repository: 2 }), 'other-repository', 'TY4446'],
    ['of another target', signed({ target: 'dev' }), 'other-target', 'TY4446'],
    ['of another change', signed({ change: 8 }), 'other-change', 'TY4446'],
    ['from tomorrow', signed({ at: '2026-11-23T16:00:00.000Z' }), 'future', 'TY4447'],
    ['whose commit makes something else', signed({ tree: other }), 'other-tree', 'TY4448'],
    ['by whoever pushed', signed({ person: 'P-2' }, 'opener'), 'author', 'TY4407'],
    ['out of turn', signed(), 'no-role', 'TY4407', { steps: [{ ...step, roles: ['government'] }] }],
  ]
  for (const [title, one, reason, code, more] of forgeries)
    it(title, () => {
      expect(outcome([one], more)).toEqual({ status: 'open', why: [reason], codes: [`${code} warning`] })
    })

  it('but at the edges of all that it does', () => {
    const lastOfTheDay = signed({ at: '2026-11-23T15:59:59.999Z' })
    expect(outcome([lastOfTheDay]).status).toBe('approved')
    expect(outcome([signed({ at: '2026-11-22T15:59:59.999Z' }, 'old')]).status).toBe('approved')
    const before = { on: '2026-11-22' }
    expect(outcome([signed({ at: '2026-11-22T01:00:00.000Z' }, 'lost')], before).status).toBe('approved')
  })
})

describe('of two statements of one person', () => {
  const hour = (hours: number) => `2026-11-23T0${hours}:00:00.000Z`
  const [at1, at2, at3] = [hour(1), hour(2), hour(3)]
  const refusal = (at: string) => signed({ verdict: 'refused', at })
  const approval = (at: string) => signed({ at })

  it('the later counts, whichever way', () => {
    expect(outcome([approval(at1), refusal(at2)])).toMatchObject({ status: 'refused', why: ['withdrawn'] })
    expect(outcome([approval(at2), refusal(at1)]).status).toBe('approved')
    expect(outcome([refusal(at1)]).status).toBe('refused')
  })

  it('a refusal stands whatever is pushed after it', () => {
    expect(outcome([signed({ verdict: 'refused', head: other, tree: hex('e') })]).status).toBe('refused')
  })

  it('what was refused over a signature is not taken back by a click', () => {
    const clicked = { facts: { reviews: [click({ at: at3 })] } }
    expect(outcome([refusal(at1)], clicked).status).toBe('refused')
    const both = [click({ state: 'refuse', at: at2 }), click({ id: '11', at: at3 })]
    expect(outcome([refusal(at1)], { facts: { reviews: both } }).status).toBe('refused')
    expect(outcome([refusal(at1), approval(at2)]).status).toBe('approved')
    const byClick = { facts: { reviews: [click({ state: 'refuse' })] } }
    expect(outcome([approval(at1)], byClick).status).toBe('refused')
    expect(outcome([approval(at3)], byClick).status).toBe('approved')
  })
})

describe('a step that takes signatures', () => {
  const steps = [{ ...step, signed: true } as const]
  it('is not filled by a click, and is by a signature', () => {
    const clicked = { steps, facts: { reviews: [click()] } }
    expect(outcome([], clicked)).toEqual({ status: 'open', why: ['not-signed'], codes: [] })
    expect(outcome([signed({ at: '2026-11-23T03:00:00.000Z' })], clicked)).toMatchObject({
      status: 'approved',
      why: ['not-signed'],
    })
  })

  it('is refused by a click too', () => {
    expect(outcome([], { steps, facts: { reviews: [click({ state: 'refuse' })] } }).status).toBe('refused')
  })

  it('leaves a step beside it to clicks', () => {
    const first = { ...step, id: 'review', need: 1 }
    const mixed = [first, { ...step, id: 'approve', signed: true } as const]
    const reviews = [click({ account: 4, at: '2026-11-23T00:30:00.000Z' })]
    expect(outcome([signed()], { steps: mixed, facts: { reviews } }).status).toBe('approved')
    expect(outcome([], { steps: mixed, facts: { reviews: [...reviews, click()] } }).why).toEqual([
      'not-signed',
    ])
  })
})

describe('a statement is about a change', () => {
  const about = { facts, forge, tree }
  it.each<readonly [string, Partial<ReviewStatement>, boolean]>([
    ['by its number', { head: other, tree: other, change: 7 }, true],
    ['by a commit of it', { tree: other, change: null }, true],
    ['by its content', { head: other, change: null }, true],
    ['by neither', { head: other, tree: other, change: null }, false],
    ['by the number of another', { head: other, tree: other, change: 8 }, false],
    ['by its number in another repository', { head: other, tree: other, repository: 2 }, false],
    ['by its number in another forge', { head: other, tree: other, forge: 'https://git.other' }, false],
  ])('%s', (_, more, is) => {
    expect(isAbout(statement(more), about)).toBe(is)
  })
})
