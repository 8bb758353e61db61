// A pipe or a device among git's own files: git would wait for its end, and nobody would know why.
import { execFileSync } from 'node:child_process'
import { once } from 'node:events'
import { mkdirSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { dirname, join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { Refusal } from '../../../lib/finding/refusal.ts'
import { callGit } from '../../../scripts/git/call.ts'
import { temporaryDirectory } from '../harness.ts'
import { type Scratch, scratch } from './scratch.ts'

function committed(): Scratch {
  const made = scratch()
  made.write('a', 'a')
  made.commit()
  return made
}

describe('what git would never come to the end of', () => {
  const pipe = (path: string) => void execFileSync('mkfifo', [path])
  /** What is named by a refusal of the one kind. */
  function pathIn(work: () => unknown): string | undefined {
    try {
      work()
      return undefined
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      expect(error.finding.code).toBe('TY9036')
      return 'machine' in error.finding ? error.finding.machine : undefined
    }
  }

  const link = (to: string) => (path: string) => symlinkSync(to, path)

  /** The path that is named, from the repository on; it is found without waiting. */
  function refused(place: Scratch, environment: Readonly<Record<string, string>> = {}): string | undefined {
    const start = performance.now()
    const asked = { ...place.checkout, environment: { ...place.checkout.environment, ...environment } }
    const told = pathIn(() => callGit(asked, ['rev-parse', 'HEAD']))
    expect(performance.now() - start).toBeLessThan(3_000)
    return told === undefined ? undefined : relative(realpathSync(place.root), told)
  }

  it.each([
    ['config', pipe],
    ['HEAD', pipe],
    ['index', pipe],
    ['packed-refs', pipe],
    ['shallow', pipe],
    ['info/exclude', pipe],
    ['info/sparse-checkout', pipe],
    ['refs/heads/main', pipe],
    ['refs/heads/a/b/c', pipe],
    ['objects/info/alternates', pipe],
    ['objects/pack/pack-1.idx', pipe],
    ['objects/ab/cdef', pipe],
    ['config', link('/dev/zero')],
    ['packed-refs', link('/dev/tty')],
  ])('is refused at once as .git/%s, a pipe or a link to a device', (name, plant) => {
    const made = committed()
    const path = join(made.root, '.git', name)
    rmSync(path, { force: true })
    mkdirSync(dirname(path), { recursive: true })
    plant(path)
    expect(refused(made)).toBe(`.git/${name}`)
  })

  it('is refused as .git itself, and where .git is a file, in the folders that it leads to', () => {
    const made = committed()
    const tree = join(temporaryDirectory(), 'tree')
    made.git('worktree', 'add', '--quiet', '--detach', tree)
    const linked = { ...made, root: tree, checkout: { ...made.checkout, root: tree } }
    pipe(join(made.root, '.git/refs/heads/pipe'))
    expect(refused(linked)).toMatch(/^.*\/\.git\/refs\/heads\/pipe$/)
    rmSync(join(tree, '.git'))
    pipe(join(tree, '.git'))
    expect(refused(linked)).toBe('.git')
  })

  it('is refused in a folder of objects that another repository lends, by whatever way', () => {
    const made = committed()
    const [lent, further] = [temporaryDirectory(), temporaryDirectory()]
    made.write('.git/objects/info/alternates', `${lent}\n`)
    mkdirSync(join(lent, 'info'))
    // A circle of lenders has an end too.
    writeFileSync(join(lent, 'info/alternates'), `${lent}\n${further}\n`)
    pipe(join(further, 'pack-1.pack'))
    expect(refused(made)).toMatch(/^.*\/pack-1\.pack$/)
  })

  it.each([
    ['.gitconfig', 'HOME'],
    ['.config/git/config', 'HOME'],
    ['.config/git/attributes', 'HOME'],
    ['git/ignore', 'XDG_CONFIG_HOME'],
  ])('is refused as %s of the user’s own, below %s', (name, variable) => {
    const home = temporaryDirectory()
    mkdirSync(dirname(join(home, name)), { recursive: true })
    pipe(join(home, name))
    expect(refused(committed(), { [variable]: home })).toMatch(new RegExp(`/${name}$`))
  })

  it('is looked for neither among hooks nor in what ends by itself', async () => {
    const made = committed()
    made.write('.git/hooks/pre-commit', '')
    pipe(join(made.root, '.git/hooks/pipe'))
    symlinkSync('/dev/null', join(made.root, '.git/info/sparse-checkout'))
    symlinkSync('refs', join(made.root, '.git/refs/circle'))
    symlinkSync('nowhere', join(made.root, '.git/dangling'))
    const server = createServer().listen(join(made.root, '.git/fsmonitor--daemon.ipc'))
    await once(server, 'listening')
    expect(refused(made)).toBeUndefined()
    server.close()
  })
})
