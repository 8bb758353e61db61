import { describe, expect, it } from 'vitest'
import {
  approvalsOf,
  commentsOf,
  mergeRequestOf,
  pushesTo,
  stateTurns,
  turnsIn,
  versionsOf,
} from '../../lib/forge/gitlab/index.ts'
import { base, head, instant, merged, placeOfError, gitlabRequest as request } from './answers.ts'

const user = (id: number) => ({ id, username: `u${id}`, state: 'active' })

describe('a merge request of GitLab', () => {
  it('is read as what it says', () => {
    expect(mergeRequestOf(request)).toMatchObject({
      repository: 1,
      number: 7,
      target: 'main',
      head,
      state: 'open',
      isDraft: false,
      opener: 2,
      merge: undefined,
      source: { branch: 't1', repository: 1 },
    })
    expect(mergeRequestOf({ ...request, state: 'locked' }).state).toBe('open')
    expect(mergeRequestOf({ ...request, state: 'closed' }).state).toBe('closed')
  })

  it('knows no opener, and no fork, that is gone', () => {
    const gone = mergeRequestOf({ ...request, author: null, source_project_id: null })
    expect([gone.opener, gone.source.repository]).toEqual([undefined, undefined])
  })

  it.each([
    ['a merge commit', { merge_commit_sha: merged }, merged],
    ['one of what was squashed', { merge_commit_sha: merged, squash_commit_sha: base }, merged],
    ['what was squashed', { squash_commit_sha: merged }, merged],
    ['a fast-forward', {}, head],
  ])('is merged as %s', (_, commits, commit) => {
    const by = { state: 'merged', merge_user: user(3), merged_at: instant }
    expect(mergeRequestOf({ ...request, ...by, ...commits }).merge).toMatchObject({ account: 3, commit })
  })

  it('is merged by whom older versions name', () => {
    const by = { state: 'merged', merged_by: user(4), merged_at: instant }
    expect(mergeRequestOf({ ...request, ...by }).merge?.account).toBe(4)
  })

  it.each([
    [{ state: 'queued' }, 'merge_request.state'],
    [{ draft: null }, 'merge_request.draft'],
    [{ sha: null }, 'merge_request.sha'],
    [{ state: 'merged' }, 'merge_request.merged_at'],
  ])('is refused with %o', (change, place) => {
    expect(placeOfError(() => mergeRequestOf({ ...request, ...change }))).toBe(place)
  })
})

describe('approvals of GitLab', () => {
  const at = (second: string) => `2026-11-26T14:${second}Z`
  const versions = versionsOf([
    { id: 12, head_commit_sha: head, created_at: at('20:00.500') },
    { id: 11, head_commit_sha: base, created_at: at('10:00.000') },
  ])
  const approved = (second: string) => ({ approved_by: [{ user: user(3), approved_at: at(second) }] })
  const commitOf = (second: string) => approvalsOf(approved(second), [], versions)[0]?.commit

  it('are of the version that there was by then, and of none that had only just come', () => {
    expect(commitOf('09:59.999')).toBeUndefined()
    expect(commitOf('10:00.000')).toBe(base)
    expect(commitOf('20:00.499')).toBe(base)
    expect(commitOf('20:00.500')).toBeUndefined()
    expect(commitOf('20:10.499')).toBeUndefined()
    expect(commitOf('20:10.500')).toBe(head)
  })

  it('are nobody’s where the account is gone, and are refused without an instant', () => {
    const [gone] = approvalsOf({ approved_by: [{ user: null, approved_at: instant }] }, [], versions)
    expect([gone?.account, gone?.state]).toEqual([undefined, 'approve'])
    const without = { approved_by: [{ user: user(3) }] }
    expect(placeOfError(() => approvalsOf(without, [], versions))).toBe(
      'approvals.approved_by[0].approved_at',
    )
  })

  it('of who asks for changes are a refusal, and others who were asked say nothing', () => {
    const reviewers = [
      { user: user(3), state: 'requested_changes', created_at: at('15:00.000') },
      { user: user(4), state: 'reviewed', created_at: at('15:00.000') },
    ]
    expect(approvalsOf(approved('16:00.000'), reviewers, versions)).toMatchObject([
      { id: 'changes-3', account: 3, state: 'refuse', commit: undefined },
    ])
    const odd = [{ ...reviewers[0], state: 'vetoed' }]
    expect(placeOfError(() => approvalsOf(approved('16:00.000'), odd, versions))).toBe('reviewers[0].state')
  })

  it('stand in one order with what happens to the merge request, behind which those of the same instant count', () => {
    const [review] = approvalsOf(approved('16:00.000'), [], versions)
    const turns = [
      ...stateTurns([
        { state: 'closed', created_at: at('15:00.000') },
        { state: 'reopened', created_at: at('16:00.000') },
        { state: 'merged', created_at: at('17:00.000') },
      ]),
      ...turnsIn([
        { system: true, body: 'changed target branch from `main` to `old`', created_at: at('15:59.999') },
        { system: true, body: 'marked this merge request as **ready**', created_at: at('16:00.001') },
        { system: false, body: 'changed target branch from `main` to `old`', created_at: at('16:30.000') },
      ]),
    ]
    expect(turns.map(({ kind, place }) => [kind, place > (review?.place ?? 0)])).toEqual([
      ['reopen', true],
      ['merge', true],
      ['retarget', false],
      ['ready', true],
    ])
  })
})

describe('what was pushed to a branch of GitLab', () => {
  const push = (data: object, author: object | null = user(2)) => ({
    author,
    push_data: { ref_type: 'branch', ref: 't1', action: 'pushed', commit_to: head, ...data },
  })

  it('is every push to it, with whoever is still known', () => {
    expect(
      pushesTo('t1', [
        push({ action: 'created', commit_to: base }),
        push({}, null),
        push({ ref: 't2' }),
        push({ ref_type: 'tag' }),
        push({ action: 'removed', commit_to: null }),
        push({ ref: null, ref_count: 12, commit_to: null }),
        { author: user(2), push_data: null },
      ]),
    ).toEqual([
      { account: 2, head: base },
      { account: undefined, head },
    ])
  })

  it('is refused where it is told in words that nobody knows', () => {
    expect(placeOfError(() => pushesTo('t1', [push({ action: 'forced' })]))).toBe(
      'events[0].push_data.action',
    )
  })
})

describe('notes of GitLab', () => {
  it('are comments where people wrote them', () => {
    const note = { id: 5, system: false, body: 'please', author: user(2), created_at: instant }
    expect(commentsOf([note, { ...note, id: 6, system: true }])).toEqual([
      { id: 5, account: 2, body: 'please' },
    ])
  })
})
