import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { prune } from '../../../scripts/build/dist.ts'

let root: string
let elsewhere: string

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'tenantry-dist-'))
  elsewhere = mkdtempSync(join(tmpdir(), 'tenantry-elsewhere-'))
})

afterEach(() => {
  for (const folder of [root, elsewhere]) rmSync(folder, { recursive: true, force: true })
})

function write(...paths: readonly string[]): void {
  for (const path of paths) {
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, '')
  }
}

const left = (...files: readonly string[]) => files.filter(file => existsSync(join(root, file)))

describe('pruning what was compiled', () => {
  it('removes a file whose source is gone, with the notes of the compiler', () => {
    write(
      ...['dist/lib/gone.js', 'dist/lib/kept.js', 'lib/kept.ts', 'dist/.tsbuildinfo'].map(f => join(root, f)),
    )
    prune(root)
    expect(left('dist/lib/gone.js', 'dist/lib/kept.js', 'dist/.tsbuildinfo')).toEqual(['dist/lib/kept.js'])
  })

  it('leaves the notes of the compiler where every file has its source', () => {
    write(...['dist/lib/kept.js', 'lib/kept.ts', 'dist/.tsbuildinfo'].map(f => join(root, f)))
    prune(root)
    expect(left('dist/lib/kept.js', 'dist/.tsbuildinfo')).toEqual(['dist/lib/kept.js', 'dist/.tsbuildinfo'])
  })

  it('leaves alone what is no compiled file', () => {
    write(join(root, 'dist/lib/schema/system.schema.json'))
    prune(root)
    expect(left('dist/lib/schema/system.schema.json')).toEqual(['dist/lib/schema/system.schema.json'])
  })

  it.each(['dist/lib/packages', 'dist/node_modules'])('goes through no link: %s', link => {
    write(join(elsewhere, 'package/index.js'), join(root, 'dist/lib/kept.js'), join(root, 'lib/kept.ts'))
    symlinkSync(elsewhere, join(root, link))
    prune(root)
    expect(existsSync(join(elsewhere, 'package/index.js'))).toBe(true)
  })

  it('removes no link to a file', () => {
    write(join(elsewhere, 'index.js'), join(root, 'dist/lib/kept.js'), join(root, 'lib/kept.ts'))
    symlinkSync(join(elsewhere, 'index.js'), join(root, 'dist/lib/linked.js'))
    prune(root)
    expect(left('dist/lib/linked.js')).toEqual(['dist/lib/linked.js'])
  })

  it('leaves alone the copies of the tree that runs of mutations keep', () => {
    write(join(root, 'dist/mutation/lib/mutated.js'))
    prune(root)
    expect(left('dist/mutation/lib/mutated.js')).toEqual(['dist/mutation/lib/mutated.js'])
  })

  it('has nothing to do before anything was compiled', () => {
    expect(() => prune(root)).not.toThrow()
  })
})
