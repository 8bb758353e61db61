import { describe, expect, it } from 'vitest'
import { feedPushes, pullOf, reviewsOf, timelineOf } from '../../lib/forge/gitea/index.ts'
import { base, head, instant, merged, placeOfError, giteaPull as pull } from './answers.ts'

const user = (id: number, login = 'x') => ({ id, login, email: `${login}@gov.test`, is_admin: false })

const review = {
  id: 4,
  user: user(3),
  team: null,
  state: 'APPROVED',
  body: 'ok',
  commit_id: head,
  stale: false,
  official: true,
  dismissed: false,
  submitted_at: instant,
  updated_at: instant,
}

describe('a pull request of Gitea', () => {
  it('is read as what it says', () => {
    expect(pullOf(pull)).toEqual({
      repository: 1,
      number: 7,
      target: 'main',
      head,
      targetTip: base,
      state: 'open',
      isDraft: false,
      opener: 2,
      merge: undefined,
      updated: '2026-11-26T14:10:11.000Z',
      source: { branch: 't1', repository: 1 },
    })
  })

  it('is merged when it says by whom, when and as what', () => {
    const facts = pullOf({
      ...pull,
      state: 'closed',
      merged: true,
      merged_by: user(2),
      merged_at: '2026-11-26T14:12:00Z',
      merge_commit_sha: merged,
    })
    expect(facts).toMatchObject({
      state: 'merged',
      merge: { account: 2, commit: merged, at: '2026-11-26T14:12:00.000Z' },
    })
  })

  it.each([
    ['the opener is gone', { user: { id: -1, login: 'Ghost' } }],
    ['the opener is nobody', { user: null }],
  ])('has no opener when %s', (_, change) => {
    expect(pullOf({ ...pull, ...change }).opener).toBeUndefined()
  })

  it.each([
    [{ state: 'locked' }, 'pull.state'],
    [{ draft: undefined }, 'pull.draft'],
    [{ merged: 'yes' }, 'pull.merged'],
    [{ merged: true }, 'pull.merge_commit_sha'],
    [{ updated_at: 'yesterday' }, 'pull.updated_at'],
    [{ head: { ...pull.head, sha: head.slice(0, 10) } }, 'pull.head.sha'],
    [{ base: { ...pull.base, repo_id: '1' } }, 'pull.base.repo_id'],
    [{ user: { login: 'x' } }, 'pull.user.id'],
  ])('is refused with %o', (change, place) => {
    expect(placeOfError(() => pullOf({ ...pull, ...change }))).toBe(place)
  })
})

describe('reviews of Gitea', () => {
  const read = (...reviews: readonly unknown[]) => reviewsOf(reviews, id => id * 10)

  it('are read with their place in the timeline, whatever the forge thinks of them', () => {
    expect(read({ ...review, stale: true, official: false })).toEqual([
      {
        id: '4',
        account: 3,
        state: 'approve',
        commit: head,
        at: '2026-11-26T14:10:11.000Z',
        place: 40,
      },
    ])
  })

  it.each([
    ['APPROVED', false, 'approve'],
    ['APPROVED', true, 'dismissed-approval'],
    ['REQUEST_CHANGES', false, 'refuse'],
    ['REQUEST_CHANGES', true, 'dismissed-refusal'],
    ['COMMENT', false, 'comment'],
    ['COMMENT', true, 'comment'],
  ])('in state %s, dismissed %s, are %s', (state, dismissed, meaning) => {
    expect(read({ ...review, state, dismissed }).map(one => one.state)).toEqual([meaning])
  })

  it('that are pending or asked for are none', () => {
    const team = { ...review, user: null, state: 'REQUEST_REVIEW', commit_id: '' }
    expect(read({ ...review, state: 'PENDING' }, team)).toEqual([])
  })

  it('name no commit where its text is empty', () => {
    expect(read({ ...review, commit_id: '' })[0]?.commit).toBeUndefined()
  })

  it.each([
    [{ state: 'BLESSED' }, 'reviews[0].state'],
    [{ state: 'approved' }, 'reviews[0].state'],
    [{ dismissed: undefined }, 'reviews[0].dismissed'],
    [{ commit_id: null }, 'reviews[0].commit_id'],
    [{ submitted_at: '2026-13-26T14:10:11Z' }, 'reviews[0].submitted_at'],
    [{ id: 1.5 }, 'reviews[0].id'],
  ])('are refused with %o', (change, place) => {
    expect(placeOfError(() => read({ ...review, ...change }))).toBe(place)
  })
})

describe('the timeline of Gitea', () => {
  const entry = (id: number, type: string, more: object = {}) => ({
    id,
    type,
    user: user(2),
    body: '',
    ...more,
  })
  const pushed = (id: number, forced: boolean, ...commits: readonly string[]) =>
    entry(id, 'pull_push', { body: JSON.stringify({ is_force_push: forced, commit_ids: commits }) })

  it('tells what takes an approval its ground, in order', () => {
    const { turns } = timelineOf([
      entry(9, 'merge_pull'),
      pushed(1, false, head),
      pushed(2, true, base, head),
      entry(3, 'change_target_branch'),
      entry(4, 'change_title', { old_title: 'WIP: 申请', new_title: '申请' }),
      entry(5, 'change_title', { old_title: '[wip] 申请', new_title: '申请' }),
      entry(6, 'change_title', { old_title: '申请', new_title: '学籍系统' }),
      entry(7, 'close'),
      entry(8, 'reopen'),
      entry(10, 'label'),
    ])
    expect(turns.map(({ place, kind }) => [place, kind])).toEqual([
      [2, 'force-push'],
      [3, 'retarget'],
      [4, 'ready'],
      [5, 'ready'],
      [8, 'reopen'],
      [9, 'merge'],
    ])
  })

  it('tells who pushed, and where each review stands', () => {
    const { pushes, placeOf } = timelineOf([
      pushed(1, false, base, head),
      entry(2, 'review', { review_id: 4 }),
      pushed(3, false),
    ])
    expect(pushes).toEqual([{ account: 2, head }])
    expect([placeOf(4), placeOf(5)]).toEqual([2, undefined])
  })

  it.each([
    [entry(1, 'pull_push', { body: 'pushed' }), 'timeline[0].body'],
    [entry(1, 'pull_push', { body: '{}' }), 'timeline[0].body.is_force_push'],
    [{ ...entry(1, 'review'), review_id: null }, 'timeline[0].review_id'],
  ])('is refused with %o', (broken, place) => {
    expect(placeOfError(() => timelineOf([broken]))).toBe(place)
  })
})

describe('the feed of Gitea', () => {
  const entry = (more: object = {}) => ({
    op_type: 'commit_repo',
    ref_name: 'refs/heads/t1',
    act_user: user(3),
    content: JSON.stringify({ HeadCommit: { Sha1: head }, Commits: [] }),
    ...more,
  })

  it('tells who really pushed to a branch', () => {
    const others = [entry({ ref_name: 'refs/heads/t2' }), entry({ op_type: 'create_issue' })]
    expect(feedPushes([entry(), ...others], 't1')).toEqual([{ account: 3, head }])
  })

  it('knows a branch by its short name, and of an empty push nothing', () => {
    expect(feedPushes([entry({ ref_name: 't1' }), entry({ content: '' })], 't1')).toHaveLength(1)
  })

  it('is refused where a push does not say what it left', () => {
    const broken = entry({ content: '{"HeadCommit":{"Sha1":"abc"}}' })
    expect(placeOfError(() => feedPushes([broken], 't1'))).toBe('feed[0].content.HeadCommit.Sha1')
  })
})
