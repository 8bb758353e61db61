import { symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { changesBetween } from '../../../scripts/git/data-files.ts'
import { scratch, scratchAt } from './scratch.ts'

const [kept, link] = ['tenants/ningwu/jiaoyuju/xueji.yaml', 'tenants/ningwu/jiaoyuju/link.yaml']

describe('what differs between trees', () => {
  it('is told of each pair, of files of the data alone, from the data’s root', () => {
    const made = scratch()
    const data = scratchAt(join(made.root, 'data'))
    const file = (name: string) => made.git('rev-parse', `HEAD:data/${name}`)
    const tree = () => {
      made.commit()
      return { id: made.git('rev-parse', 'HEAD^{tree}'), file: file(kept) }
    }
    made.write(`data/${kept}`, '1\n')
    const first = tree()
    made.write(`data/${kept}`, '2\n')
    made.write('data/tenants/notes.txt', 'x\n')
    made.write(kept, 'beside the data\n')
    symlinkSync('xueji.yaml', join(data.root, link))
    const second = tree()
    made.write('docs/x.md', 'x\n')
    const third = tree()
    const pairs = [
      { before: first.id, after: second.id },
      { before: second.id, after: third.id },
      { before: second.id, after: first.id },
    ]
    expect(changesBetween(data.checkout, pairs)).toEqual([
      [
        { file: link, before: undefined, after: undefined },
        { file: kept, before: first.file, after: second.file },
      ],
      [],
      [
        { file: link, before: undefined, after: undefined },
        { file: kept, before: second.file, after: first.file },
      ],
    ])
  })

  it('is refused where a tree is missing, the last too', () => {
    const made = scratch()
    made.write(kept, '1\n')
    made.commit()
    const tree = made.git('rev-parse', 'HEAD^{tree}')
    const gone = { before: tree, after: '1'.repeat(40) }
    for (const pairs of [[gone], [gone, { before: tree, after: tree }]])
      expect(() => changesBetween(made.checkout, pairs)).toThrow(/TY9032/)
  })
})
