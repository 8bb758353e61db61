import { chmodSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rewrites } from '../../../scripts/git/evidence-branch.ts'
import { isOnlyAppended } from '../../../scripts/git/only-appended.ts'
import { temporaryDirectory } from '../harness.ts'
import { type Scratch, scratch, scratchAt } from './scratch.ts'

function recorded(made: Scratch, name: string): void {
  made.write(`${name}.json`, `the record ${name}\n`)
  made.write(`${name}.json.sig`, `the signature of ${name}\n`)
  made.commit()
}

/** Whether its commits can be told by their trees alone, and how many of them git finds to be none that add a record. */
function seen({ checkout, git }: Scratch): readonly [boolean, number] {
  const tip = git('rev-parse', 'HEAD')
  return [isOnlyAppended(checkout, tip), rewrites(checkout, tip).length]
}

function twoYears(made: Scratch = scratch()): Scratch {
  for (const name of ['2025/000001', '2025/000002', '2026/000003', '2026/000004']) recorded(made, name)
  return made
}

describe('the branch of evidence', () => {
  it('only grows where each commit adds the next record with its signature, from one year to the next', () => {
    expect(seen(twoYears())).toEqual([true, 0])
  })

  it('is told the same by names of the longer kind', () => {
    const made = scratchAt(temporaryDirectory())
    made.git('init', '--quiet', '--initial-branch=main', '--object-format=sha256')
    expect(seen(twoYears(made))).toEqual([true, 0])
  })

  it.each<[string, number, (made: Scratch) => void]>([
    ['without a signature', 1, made => made.write('2026/000005.json', 'x\n')],
    ['with a file beside', 1, made => made.write('README.md', 'x\n')],
    ['that changes an earlier one', 1, made => made.write('2025/000001.json', 'x\n')],
    ['that is empty', 1, () => {}],
    ['that takes one away', 1, ({ root }) => rmSync(join(root, '2025/000002.json'))],
    ['that makes a record a program', 1, ({ root }) => chmodSync(join(root, '2025/000001.json'), 0o755)],
  ])('does not only grow by a commit %s', (_, found, edit) => {
    const made = twoYears()
    edit(made)
    made.commit()
    expect(seen(made)).toEqual([false, found])
  })

  it('does not only grow by what was changed and changed back, or taken away and brought again', () => {
    const changed = twoYears()
    changed.write('2025/000001.json', 'x\n')
    changed.commit()
    changed.write('2025/000001.json', 'the record 2025/000001\n')
    changed.commit()
    expect(seen(changed)).toEqual([false, 2])
    const brought = twoYears()
    brought.git('rm', '--quiet', '2026/000004.json', '2026/000004.json.sig')
    brought.commit()
    recorded(brought, '2026/000004')
    expect(seen(brought)).toEqual([false, 1])
  })

  it('does not only grow by two records at once, nor by a merge', () => {
    const both = scratch()
    for (const name of ['2025/000001', '2025/000002']) both.write(`${name}.json.sig`, 'x\n')
    both.write('2025/000001.json', 'x\n')
    recorded(both, '2025/000002')
    expect(seen(both)).toEqual([false, 1])
    const merged = twoYears()
    merged.git('checkout', '--quiet', '-b', 'other', 'HEAD~1')
    recorded(merged, '2026/000005')
    merged.git('checkout', '--quiet', 'main')
    merged.git('merge', '--quiet', '--no-ff', '--no-edit', 'other')
    expect(seen(merged)).toEqual([false, 1])
  })

  it('is looked at by git where records came in another order than that of their names', () => {
    const made = scratch()
    for (const name of ['2025/999999', '2025/1000000']) recorded(made, name)
    expect(seen(made)).toEqual([false, 0])
  })
})
