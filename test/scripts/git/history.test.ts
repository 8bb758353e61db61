import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { firstParents, originOf } from '../../../scripts/git/history.ts'
import { refusalOf } from '../harness.ts'
import { cloneOf, scratch } from './scratch.ts'

/** `main` with one commit more than the branch `change`, which has two of its own. */
function diverged() {
  const made = scratch()
  const base = made.commit('base')
  made.git('checkout', '--quiet', '-b', 'change')
  made.commit('one')
  const head = made.commit('two')
  made.git('checkout', '--quiet', 'main')
  const tip = made.commit('others')
  made.git('checkout', '--quiet', 'change')
  return { ...made, base, tip, head }
}

describe('the origin of a change', () => {
  it('is where the branch left its target, and not where the target is by now', () => {
    const { checkout, base, tip } = diverged()
    expect(originOf(checkout, 'main')).toEqual({ base, tip, behind: 1 })
  })

  it('is the target itself where the target has not moved on', () => {
    const { checkout, git, tip } = diverged()
    git('rebase', '--quiet', 'main')
    expect(originOf(checkout, 'main')).toEqual({ base: tip, tip, behind: 0 })
  })

  it('is the commit that is checked out where nothing is committed yet', () => {
    const { checkout, head } = diverged()
    expect(originOf(checkout, 'HEAD')).toEqual({ base: head, tip: head, behind: 0 })
  })

  it('is the target where nothing was ever committed here', () => {
    const { checkout, git, tip } = diverged()
    git('checkout', '--quiet', '--orphan', 'unborn')
    expect(originOf(checkout, 'main')).toEqual({ base: tip, tip, behind: 0 })
  })

  it('is refused without a commit in common', () => {
    const { checkout, git, commit } = diverged()
    git('checkout', '--quiet', '--orphan', 'stranger')
    commit()
    expect(refusalOf(() => originOf(checkout, 'main'))).toBe('TY9034')
  })

  it('is refused where there are several, until the target is merged', () => {
    const { checkout, git } = diverged()
    const merge = (branch: string) => git('merge', '--quiet', '--no-ff', '--message=m', branch)
    const [change, main] = [git('rev-parse', 'change'), git('rev-parse', 'main')]
    merge(main)
    git('checkout', '--quiet', 'main')
    merge(change)
    git('checkout', '--quiet', 'change')
    expect(refusalOf(() => originOf(checkout, 'main'))).toBe('TY9035')
    merge('main')
    expect(originOf(checkout, 'main').behind).toBe(0)
  })

  it('is refused in a shallow clone, and found once the rest was fetched', () => {
    const made = diverged()
    const clone = cloneOf(made, '--depth=1', '--no-single-branch', '--branch=change')
    expect(refusalOf(() => originOf(clone.checkout, 'main'))).toBe('TY9031')
    clone.git('fetch', '--quiet', '--unshallow', 'origin')
    expect(originOf(clone.checkout, 'main').base).toBe(made.base)
  })

  it.each([
    ['tip', 'others'],
    ['head', 'two'],
  ] as const)('is refused where a commit on the way is lost: the one before the %s', (which, message) => {
    const made = diverged()
    const lost = made[which]
    const file = join(made.root, '.git/objects', lost.slice(0, 2), lost.slice(2))
    if (which === 'tip') made.git('checkout', '--quiet', 'main')
    made.commit(`after ${message}`)
    made.git('checkout', '--quiet', '--detach', 'change')
    rmSync(file)
    expect(refusalOf(() => originOf(made.checkout, 'main'))).toBe('TY9032')
  })

  it('goes by the commits and not by what a graft or a replacement says of them', () => {
    const { checkout, git, write, base, tip, head } = diverged()
    git('replace', '--graft', head, tip)
    write('.git/info/grafts', `${head} ${tip}\n`)
    expect(originOf(checkout, 'main').base).toBe(base)
  })
})

it('the commits before one are those of its own line', () => {
  const { checkout, git, base, tip, head } = diverged()
  git('merge', '--quiet', '--no-ff', '--message=m', 'main')
  const all = firstParents(checkout, git('rev-parse', 'HEAD'), 10)
  expect(all).toEqual([git('rev-parse', 'HEAD'), head, git('rev-parse', 'HEAD~2'), base])
  expect(all).not.toContain(tip)
})

it('the commits before one are refused where one of them is lost', () => {
  const { checkout, git, root, base } = diverged()
  rmSync(join(root, '.git/objects', base.slice(0, 2), base.slice(2)))
  expect(refusalOf(() => firstParents(checkout, git('rev-parse', 'change'), 10))).toBe('TY9032')
})
