import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../lib/finding/refusal.ts'
import { firstParents, originOf } from '../../../scripts/git/history.ts'
import { commitOf } from '../../../scripts/git/refs.ts'
import { refusalOf, temporaryDirectory } from '../harness.ts'
import { scratch } from './scratch.ts'

function twoCommits() {
  const made = scratch()
  const first = made.commit('first')
  const second = made.commit('second')
  return { ...made, first, second }
}

describe('a name of a commit', () => {
  it('is that of a branch, also where a tag has the same', () => {
    const { checkout, git, first, second } = twoCommits()
    git('tag', 'main', first)
    expect(commitOf(checkout, 'main')).toBe(second)
  })

  it('is that of a branch of a remote where there is none here', () => {
    const { checkout, git, first } = twoCommits()
    git('update-ref', 'refs/remotes/origin/target', first)
    git('tag', 'target', 'HEAD')
    expect(commitOf(checkout, 'target')).toBe(first)
    expect(commitOf(checkout, 'origin/target')).toBe(first)
  })

  it('is refused where only a tag has it, and taken in full', () => {
    const { checkout, git, first } = twoCommits()
    git('tag', 'v1', first)
    expect(refusalOf(() => commitOf(checkout, 'v1'))).toBe('TY9033')
    expect(commitOf(checkout, 'refs/tags/v1')).toBe(first)
  })

  it('is refused where a branch here could be taken for one of a remote', () => {
    const { checkout, git, first } = twoCommits()
    git('update-ref', 'refs/remotes/origin/main', first)
    git('branch', 'origin/main', 'HEAD')
    expect(refusalOf(() => commitOf(checkout, 'origin/main'))).toBe('TY9033')
    expect(commitOf(checkout, 'refs/remotes/origin/main')).toBe(first)
  })

  it('may be followed by steps back', () => {
    const { checkout, first } = twoCommits()
    for (const name of ['HEAD~1', 'main~', 'main^', 'refs/heads/main^1'])
      expect(commitOf(checkout, name)).toBe(first)
  })

  it('may be the commit’s own, whole or shortened', () => {
    const { checkout, first } = twoCommits()
    expect(commitOf(checkout, first)).toBe(first)
    expect(commitOf(checkout, first.slice(0, 10))).toBe(first)
  })

  it('is that of a branch where it reads like one of an object', () => {
    const { checkout, git, first, second } = twoCommits()
    git('branch', first.slice(0, 10), second)
    expect(commitOf(checkout, first.slice(0, 10))).toBe(second)
  })

  it.each([
    'nothing',
    'refs/heads/nothing',
    '--help',
    '',
    'main:catalogue',
    'main@{1}',
    '0'.repeat(40),
    'abcdef0',
  ])('is refused where there is none: %j', name => {
    expect(refusalOf(() => commitOf(twoCommits().checkout, name))).toBe('TY9015')
  })

  it('is refused, and told how to go on, where there is no commit yet', () => {
    const { checkout } = scratch()
    expect(refusalWithFix(() => commitOf(checkout, 'HEAD'))).toMatch(/^TY9015 .*git commit/)
    expect(refusalWithFix(() => commitOf(checkout, 'main'))).toMatch(/^TY9015 .*git fetch/)
  })

  it('is refused, and told how to begin, where there is no repository', () => {
    const checkout = { ...scratch().checkout, root: temporaryDirectory() }
    for (const work of [() => commitOf(checkout, 'main'), () => originOf(checkout, 'main')])
      expect(refusalWithFix(work)).toMatch(/^TY9015 .*git init/)
    expect(refusalWithFix(() => firstParents(checkout, 'HEAD', 1))).toMatch(/^TY9015 .*git init/)
  })
})

function refusalWithFix(work: () => unknown): string | undefined {
  try {
    work()
    return undefined
  } catch (error) {
    if (error instanceof Refusal) return `${error.finding.code} ${error.finding.fix?.message.en}`
    throw error
  }
}
