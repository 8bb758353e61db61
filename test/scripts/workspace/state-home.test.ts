import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { moveHome } from '../../../scripts/workspace/move-home.ts'
import { claimHome, stateHomeOf } from '../../../scripts/workspace/state-home.ts'
import { refusalOf, temporaryDirectory } from '../harness.ts'

function machine() {
  const directory = temporaryDirectory({ 'repository/catalogue/platform.yaml': '' })
  const root = join(directory, 'repository')
  const at = (...parts: readonly string[]) => join(directory, ...parts)
  const place = (environment: Readonly<Record<string, string>> = { HOME: directory }, named?: string) => ({
    root,
    environment,
    stateDirectory: named,
  })
  return { root, at, place }
}

describe('the state home', () => {
  test('is what the option names, else the environment, else a folder of the repository’s own under the user’s', () => {
    const { at, place } = machine()
    const XDG_STATE_HOME = at('states')
    const named = { HOME: at(), XDG_STATE_HOME, TENANTRY_STATE_DIR: at('named') }
    expect(stateHomeOf(place(named, at('option')))).toBe(at('option'))
    expect(stateHomeOf(place(named))).toBe(at('named'))
    expect(stateHomeOf(place({ HOME: at(), XDG_STATE_HOME }))).toMatch(/\/states\/tenantry\/[0-9a-f]{32}$/)
    expect(stateHomeOf(place())).toMatch(/\/\.local\/state\/tenantry\/[0-9a-f]{32}$/)
    expect(refusalOf(() => stateHomeOf(place({})))).toBe('TY6021')
    expect(refusalOf(() => stateHomeOf(place({ HOME: 'relative' })))).toBe('TY6021')
  })

  test('is refused in the repository, by its own path, through a link, and in the git repository around it', () => {
    const { root, at, place } = machine()
    symlinkSync(root, at('link'))
    for (const inside of [root, join(root, '.state'), at('link/state')])
      expect(refusalOf(() => stateHomeOf(place({}, inside)))).toBe('TY6020')
    expect(refusalOf(() => stateHomeOf(place({ TENANTRY_STATE_DIR: join(root, 'x') })))).toBe('TY6020')
    expect(refusalOf(() => stateHomeOf(place({}, at('beside'))))).toBeUndefined()
    mkdirSync(at('.git'))
    expect(refusalOf(() => stateHomeOf(place({}, at('beside'))))).toBe('TY6020')
  })

  test('is refused behind a link that leads out of the repository', () => {
    const { root, at, place } = machine()
    mkdirSync(at('elsewhere'), { mode: 0o700 })
    symlinkSync(at('elsewhere'), join(root, 'out'))
    expect(refusalOf(() => stateHomeOf(place({}, join(root, 'out/home'))))).toBe('TY6020')
  })

  test('is refused with a link on the way, in a folder that anybody may write, and open to others', () => {
    const { at, place } = machine()
    mkdirSync(at('real'), { mode: 0o700 })
    symlinkSync(at('real'), at('link'))
    expect(refusalOf(() => stateHomeOf(place({}, at('link/home'))))).toBe('TY6022')
    expect(refusalOf(() => stateHomeOf(place({}, at('link'))))).toBe('TY6022')
    expect(refusalOf(() => stateHomeOf(place({}, at('real/home'))))).toBeUndefined()
    chmodSync(at('real'), 0o777)
    expect(refusalOf(() => stateHomeOf(place({}, at('real/home'))))).toBe('TY6022')
    chmodSync(at('real'), 0o1777)
    expect(refusalOf(() => stateHomeOf(place({}, at('real/home'))))).toBeUndefined()
    mkdirSync(at('open'))
    writeFileSync(at('open/x'), '')
    chmodSync(at('open'), 0o750)
    expect(refusalOf(() => stateHomeOf(place({}, at('open'))))).toBe('TY6022')
    writeFileSync(at('file'), '')
    expect(refusalOf(() => stateHomeOf(place({}, at('file'))))).toBe('TY6022')
  })

  test('is made for its user alone, and an empty folder that is open is closed', () => {
    const { root, at, place } = machine()
    claimHome(stateHomeOf(place()), root)
    expect(statSync(stateHomeOf(place())).mode & 0o777).toBe(0o700)
    mkdirSync(at('made'), { mode: 0o755 })
    claimHome(stateHomeOf(place({}, at('made'))), root)
    expect(statSync(at('made')).mode & 0o777).toBe(0o700)
  })

  test('belongs to one place: another repository, and a folder with something else in it, are refused', () => {
    const { root, at, place } = machine()
    claimHome(at('home'), root)
    expect(stateHomeOf(place({}, at('home')))).toBe(at('home'))
    mkdirSync(at('other'))
    expect(refusalOf(() => stateHomeOf({ ...place({}, at('home')), root: at('other') }))).toBe('TY6023')
    mkdirSync(at('photographs'), { mode: 0o700 })
    writeFileSync(at('photographs/1.jpg'), '')
    expect(refusalOf(() => stateHomeOf(place({}, at('photographs'))))).toBe('TY6023')
  })
})

describe('a repository that was moved', () => {
  test('is given the home of its former place', () => {
    const { root, at, place } = machine()
    const former = { ...place(), root: at('former') }
    mkdirSync(at('former'))
    const before = stateHomeOf(former)
    claimHome(before, former.root)
    writeFileSync(join(before, 'x'), '1')
    const home = moveHome(place(), at('former'))
    expect(home).toBe(stateHomeOf(place()))
    expect(readFileSync(join(home, 'x'), 'utf8')).toBe('1')
    expect(existsSync(before)).toBe(false)
    expect(refusalOf(() => moveHome(place(), at('former')))).toBe('TY6027')
    expect(refusalOf(() => moveHome({ ...place(), root: at('former') }, root))).toBeUndefined()
  })

  test('goes on where the move was broken off, also in a home that has a name', () => {
    const { at, place } = machine()
    mkdirSync(at('former'))
    claimHome(at('home'), at('former'))
    expect(refusalOf(() => stateHomeOf(place({}, at('home'))))).toBe('TY6023')
    expect(moveHome(place({}, at('home')), at('former'))).toBe(at('home'))
    expect(stateHomeOf(place({}, at('home')))).toBe(at('home'))
  })

  test('keeps a home that it has in its new place', () => {
    const { root, at, place } = machine()
    mkdirSync(at('former'))
    claimHome(stateHomeOf({ ...place(), root: at('former') }), at('former'))
    claimHome(stateHomeOf(place()), root)
    expect(refusalOf(() => moveHome(place(), at('former')))).toBe('TY6026')
  })
})
