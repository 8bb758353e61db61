import { describe, expect, it } from 'vitest'
import { departedFiles } from '../../../scripts/git/departed-files.ts'
import { temporaryDirectory } from '../harness.ts'
import { cloneOf, scratch } from './scratch.ts'

/** Files that stay, go, come back, move, and go in a merge alone. */
function grown() {
  const made = scratch()
  for (const name of ['stays', 'goes', 'returns', 'moves', 'merged'])
    made.write(`tenants/a/b/${name}.yaml`, name)
  made.write('docs/x.md', 'x')
  made.commit()
  made.git('rm', '--quiet', 'tenants/a/b/goes.yaml', 'tenants/a/b/returns.yaml', 'docs/x.md')
  made.git('mv', 'tenants/a/b/moves.yaml', 'tenants/a/b/moved.yaml')
  made.commit()
  made.write('tenants/a/b/returns.yaml', 'again')
  made.commit()
  made.git('checkout', '--quiet', '-b', 'change', 'HEAD~1')
  made.write('other', 'x')
  made.commit()
  made.git('checkout', '--quiet', 'main')
  made.git('merge', '--quiet', '--no-ff', '--no-commit', 'change')
  made.git('rm', '--quiet', 'tenants/a/b/merged.yaml')
  made.commit()
  return made
}

describe('the files that have departed', () => {
  it('are those that some commit had and the newest has not', () => {
    expect(departedFiles(grown().checkout, 'tenants')).toEqual({
      files: ['tenants/a/b/goes.yaml', 'tenants/a/b/merged.yaml', 'tenants/a/b/moves.yaml'],
      isPartial: false,
    })
  })

  it('are those of the data repository where it is a part of what git holds', () => {
    const made = grown()
    const checkout = { ...made.checkout, root: `${made.root}/tenants` }
    expect(departedFiles(checkout, 'a').files).toEqual(['a/b/goes.yaml', 'a/b/merged.yaml', 'a/b/moves.yaml'])
  })

  it('are not known in a shallow clone, nor where git does not answer', () => {
    expect(departedFiles(cloneOf(grown(), '--depth=1').checkout, 'tenants')).toEqual({
      files: [],
      isPartial: true,
    })
    const { root } = grown().checkout
    expect(departedFiles({ root, environment: { PATH: '' } }, 'tenants').isPartial).toBe(true)
  })

  it('are none where there is no git, and before the first commit', () => {
    expect(departedFiles(scratch().checkout, 'tenants')).toEqual({ files: [], isPartial: false })
    const root = temporaryDirectory()
    expect(departedFiles({ root, environment: {} }, 'tenants')).toEqual({ files: [], isPartial: false })
  })
})
