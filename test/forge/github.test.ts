import { describe, expect, it } from 'vitest'
import { activityPushes, pullOf, reviewsOf, timelineOf } from '../../lib/forge/github/index.ts'
import { base, head, instant, merged, placeOfError, githubPull as pull } from './answers.ts'

const user = (id: number) => ({ id, login: `u${id}`, type: 'User' })

const review = {
  id: 4,
  user: user(3),
  state: 'APPROVED',
  commit_id: head,
  submitted_at: instant,
}

const reviewed = { event: 'reviewed', id: 4, user: user(3), state: 'approved' }
const dismissal = (state: string, of = 4) => ({
  event: 'review_dismissed',
  id: 99,
  dismissed_review: { state, review_id: of, dismissal_message: '' },
})

describe('a pull request of GitHub', () => {
  it('is read as what it says: the commit that a merge would make is none that was made', () => {
    expect(pullOf(pull)).toMatchObject({
      repository: 1,
      number: 7,
      target: 'main',
      head,
      targetTip: base,
      state: 'open',
      opener: 2,
      merge: undefined,
      source: { branch: 't1', repository: 1 },
    })
  })

  it('knows no opener, and no fork, that is gone', () => {
    const gone = pullOf({ ...pull, user: null, head: { ...pull.head, repo: null } })
    expect([gone.opener, gone.source.repository]).toEqual([undefined, undefined])
  })

  it('is merged when it says by whom, when and as what', () => {
    const by = { state: 'closed', merged: true, merged_by: user(2), merged_at: '2026-11-26T14:12:00Z' }
    expect(pullOf({ ...pull, ...by })).toMatchObject({
      state: 'merged',
      merge: { account: 2, commit: merged },
    })
  })

  it.each([
    [{ draft: null }, 'pull.draft'],
    [{ state: 'queued' }, 'pull.state'],
    [{ base: { ...pull.base, repo: null } }, 'pull.base.repo'],
  ])('is refused with %o', (change, place) => {
    expect(placeOfError(() => pullOf({ ...pull, ...change }))).toBe(place)
  })
})

describe('reviews of GitHub', () => {
  it.each([
    ['APPROVED', [], 'approve'],
    ['CHANGES_REQUESTED', [], 'refuse'],
    ['COMMENTED', [], 'comment'],
    ['DISMISSED', [dismissal('approved')], 'dismissed-approval'],
    ['DISMISSED', [dismissal('changes_requested')], 'dismissed-refusal'],
  ])('in state %s with %o are %s', (state, more, meaning) => {
    const timeline = timelineOf([reviewed, ...more])
    expect(reviewsOf([{ ...review, state }], timeline)).toMatchObject([
      { id: '4', account: 3, state: meaning, commit: head, place: 0 },
    ])
  })

  it('that are pending are none, and those of nobody are nobody’s', () => {
    const timeline = timelineOf([])
    expect(reviewsOf([{ ...review, state: 'PENDING' }], timeline)).toEqual([])
    expect(reviewsOf([{ ...review, user: null, commit_id: null }], timeline)).toMatchObject([
      { account: undefined, commit: undefined, place: undefined },
    ])
  })

  it.each([
    ['that were dismissed, of which nobody knows what they said', { state: 'DISMISSED' }, 'reviews[0].state'],
    ['in an unknown state', { state: 'BLESSED' }, 'reviews[0].state'],
    ['without a time', { submitted_at: null }, 'reviews[0].submitted_at'],
  ])('%s are refused', (_, change, place) => {
    expect(placeOfError(() => reviewsOf([{ ...review, ...change }], timelineOf([])))).toBe(place)
  })
})

describe('the timeline of GitHub', () => {
  it('tells what takes an approval its ground, in the order in which it comes', () => {
    const events = [
      'committed',
      'head_ref_force_pushed',
      'base_ref_changed',
      'ready_for_review',
      'closed',
      'reopened',
      'merged',
      'labeled',
    ]
    expect(timelineOf(events.map(event => ({ event }))).turns).toEqual([
      { place: 1, kind: 'force-push' },
      { place: 2, kind: 'retarget' },
      { place: 3, kind: 'ready' },
      { place: 5, kind: 'reopen' },
      { place: 6, kind: 'merge' },
    ])
  })

  it('is refused where a dismissal says nothing known', () => {
    expect(placeOfError(() => timelineOf([dismissal('blessed')]))).toBe('timeline[0].dismissed_review.state')
  })
})

describe('the activity of GitHub', () => {
  const entry = (activity_type: string) => ({ activity_type, actor: user(3), before: base, after: head })

  it('tells who pushed, by whatever kind of push', () => {
    const pushes = ['push', 'force_push', 'branch_creation', 'branch_deletion'].map(entry)
    expect(activityPushes(pushes)).toEqual(Array.from({ length: 3 }, () => ({ account: 3, head })))
  })

  it('is refused for a kind that is not known', () => {
    expect(placeOfError(() => activityPushes([entry('teleport')]))).toBe('activity[0].activity_type')
  })
})
