import { rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changedPaths } from '../../../scripts/git/merged-tree.ts'
import { commitMemory } from '../../../scripts/workspace/commit-memory.ts'
import { scratch, scratchAt } from '../git/scratch.ts'

const [one, two, three] = ['xueji', 'zhaosheng', 'aaa'].map(name => `tenants/ningwu/jiaoyuju/${name}.yaml`)

/** Trees that follow each other: files that come, change, go, become links, and lie beside the data. */
function branch() {
  const made = scratch()
  const data = scratchAt(join(made.root, 'data'))
  const file = (name = '') => `data/${name}`
  const tree = () => {
    made.commit()
    return made.git('rev-parse', 'HEAD^{tree}')
  }
  const steps = [
    () => made.write(file(one), '1\n'),
    () => made.write(file(two), '2\n'),
    () => made.write(file(one), '3\n'),
    () => made.write(file(three), '1\n'),
    () => made.write('beside.yaml', '1\n'),
    () => made.write(file('docs/x.md'), '1\n'),
    () => rmSync(join(made.root, file(two))),
    () => symlinkSync('xueji.yaml', join(made.root, file(two))),
    () => made.write(file(one), '1\n'),
    () => rmSync(join(made.root, file(two))),
  ]
  const trees = steps.map(step => {
    step()
    return tree()
  })
  const pairs = trees.slice(1).map((after, index) => ({ before: trees[index] ?? '', after }))
  return { checkout: data.checkout, trees, pairs }
}

describe('what was read of a branch', () => {
  it('is of each tree what that holds, in whichever order it is asked for', () => {
    const { checkout, trees, pairs } = branch()
    const along = commitMemory(checkout, pairs)
    const orders = [trees, trees.toReversed(), [...trees, ...trees.slice(0, 2), ...trees.slice(4)]]
    for (const order of orders)
      for (const tree of order) {
        const afresh = commitMemory(checkout, [])
        expect(along.sourcesAt(tree)).toEqual(afresh.sourcesAt(tree))
        expect(along.branch.at(tree)).toEqual(afresh.branch.at(tree))
      }
    expect(along.sourcesAt(trees[7] ?? '').irregular).toEqual([two])
    expect(along.sourcesAt(trees[3] ?? '').files.map(({ file }) => file)).toEqual([three, one, two])
  })

  it('has the same source where nothing has changed', () => {
    const { checkout, trees, pairs } = branch()
    const { sourcesAt } = commitMemory(checkout, pairs)
    const [before, after] = [1, 2].map(index => sourcesAt(trees[index] ?? '').files)
    expect(after?.[1]).toBe(before?.[1])
    expect(after?.[0]).not.toBe(before?.[0])
  })

  it('knows the paths of each step, and asks for those of two trees that are none', () => {
    const { checkout, trees, pairs } = branch()
    const { pathsIn, branch: contents } = commitMemory(checkout, pairs)
    const last = { before: trees[0] ?? '', after: trees.at(-1) ?? '' }
    for (const step of [...pairs, last])
      expect(pathsIn(step)).toEqual(changedPaths(checkout, step.before, step.after))
    expect(pathsIn({ before: trees[3] ?? '', after: trees[4] ?? '' })).toEqual(['/beside.yaml'])
    const stretch = (step: (typeof pairs)[number]) => ({
      record: { number: 1, file: '' },
      isApproved: false,
      base: { commit: '', tree: step.before },
      merge: { commit: '', tree: step.after },
    })
    expect(contents.changesIn([stretch(last)])[0]?.map(({ file }) => file)).toEqual([three])
  })

  it('is refused where git lacks a tree', () => {
    const { checkout, trees } = branch()
    const gone = { before: trees[0] ?? '', after: '1'.repeat(40) }
    expect(() => commitMemory(checkout, [gone])).toThrow(/TY9032/)
    expect(() => commitMemory(checkout, []).pathsIn(gone)).toThrow(/TY9032/)
  })
})
