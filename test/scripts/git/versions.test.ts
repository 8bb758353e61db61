import { describe, expect, it } from 'vitest'
import { versionsOf } from '../../../scripts/git/versions.ts'
import { cloneOf, scratch } from './scratch.ts'

const file = 'tenants/a/b/c.yaml'

function texts({ contents }: ReturnType<typeof versionsOf>): readonly string[] {
  return contents.map(bytes => new TextDecoder().decode(bytes))
}

/** Two versions on `main`, one on a branch that was merged, and a commit that touches another file. */
function grown() {
  const made = scratch()
  made.write(file, 'one')
  made.commit()
  made.git('checkout', '--quiet', '-b', 'change')
  made.write(file, 'two')
  made.commit()
  made.git('checkout', '--quiet', 'main')
  made.write('tenants/a/b/other.yaml', 'x')
  made.commit()
  made.git('merge', '--quiet', '--no-ff', '--message=merge', 'change')
  made.write(file, 'three')
  made.commit()
  return made
}

describe('the versions of a file', () => {
  it('are what the commits had, the newest first, those of merged branches too', () => {
    expect(texts(versionsOf(grown().checkout, file))).toEqual(['three', 'two', 'one'])
  })

  it('are found where the data is a part of the repository', () => {
    const made = scratch()
    made.write(`data/${file}`, 'one')
    made.commit()
    const checkout = { ...made.checkout, root: `${made.root}/data` }
    expect(texts(versionsOf(checkout, file))).toEqual(['one'])
  })

  it('go on behind a removal', () => {
    const made = grown()
    made.git('rm', '--quiet', file)
    made.commit()
    made.write(file, 'four')
    made.commit()
    expect(texts(versionsOf(made.checkout, file))).toEqual(['four', 'three', 'two', 'one'])
  })

  it('are not told from a shallow clone, at whose edge a commit seems to have brought everything', () => {
    const { checkout } = cloneOf(grown(), '--depth=2')
    expect(versionsOf(checkout, file)).toEqual({ contents: [], isPartial: true })
  })

  it('are not all known where git does not answer', () => {
    const { root } = grown().checkout
    expect(versionsOf({ root, environment: { PATH: '' } }, file)).toEqual({ contents: [], isPartial: true })
  })

  it('are none before the first commit, and of a name that no commit has', () => {
    const nothing = { contents: [], isPartial: false }
    expect(versionsOf(scratch().checkout, file)).toEqual(nothing)
    expect(versionsOf(grown().checkout, ':(glob)tenants/**')).toEqual(nothing)
  })
})
