import { describe, expect, it } from 'vitest'
import { changedPaths, hasCommit, mergedTree } from '../../../scripts/git/merged-tree.ts'
import { refusalOf } from '../harness.ts'
import { scratch } from './scratch.ts'

/** Two branches of one repository: `main` and, checked out, `change`. */
function forked(ours: string, theirs: string) {
  const made = scratch()
  made.write('a.txt', '1\n2\n3\n')
  made.commit()
  made.git('checkout', '--quiet', '-b', 'change')
  made.write('a.txt', theirs)
  const change = made.commit()
  made.git('checkout', '--quiet', 'main')
  made.write('a.txt', ours)
  made.write('b.txt', 'b\n')
  const main = made.commit()
  return { ...made, main, change }
}

describe('the tree of a merge', () => {
  it('is that of the merge itself, and nothing is checked out', () => {
    const { checkout, git, main, change } = forked('0\n1\n2\n3\n', '1\n2\n3\n4\n')
    const merged = mergedTree(checkout, main, change)
    expect(git('status', '--porcelain')).toBe('')
    git('merge', '--quiet', '--no-edit', 'change')
    expect(merged).toEqual({ tree: git('rev-parse', 'HEAD^{tree}') })
  })

  it('is none where both sides changed one place, or have nothing in common', () => {
    const { checkout, git, commit, main, change } = forked('1\nx\n3\n', '1\ny\n3\n')
    expect(mergedTree(checkout, main, change)).toBe('conflict')
    git('checkout', '--quiet', '--orphan', 'other')
    expect(mergedTree(checkout, main, commit())).toBe('conflict')
  })

  it('is refused where an object is missing, or the repository would have a program make it', () => {
    const { checkout, git, main, change } = forked('1\nx\n3\n', '1\ny\n3\n')
    expect(hasCommit(checkout, 'f'.repeat(40))).toBe(false)
    expect(refusalOf(() => mergedTree(checkout, main, 'f'.repeat(40)))).toBe('TY9032')
    git('config', 'merge.Trap.driver', 'true')
    expect(refusalOf(() => mergedTree(checkout, main, change))).toBe('TY9037')
  })
})

describe('the paths that differ', () => {
  it('are told from the data’s root, and those outside of it as such', () => {
    const { checkout, git, write, commit, main } = forked('1\n', '2\n')
    write('data/catalogue/platform.yaml', 'x\n')
    write('hook.sh', 'x\n')
    const after = commit()
    expect(changedPaths(checkout, main, after)).toEqual(['data/catalogue/platform.yaml', 'hook.sh'])
    const inside = { ...checkout, root: `${checkout.root}/data` }
    expect(changedPaths(inside, main, git('rev-parse', `${after}^{tree}`))).toEqual([
      'catalogue/platform.yaml',
      '/hook.sh',
    ])
  })
})
