// A repository is somebody else's input: its settings must not have git run, ask or fetch anything.
import { execFileSync } from 'node:child_process'
import { chmodSync, existsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateSync } from 'node:zlib'
import { describe, expect, it, test } from 'vitest'
import { bytesOf, filesAt } from '../../../scripts/git/data-files.ts'
import { originOf } from '../../../scripts/git/history.ts'
import { mergeText } from '../../../scripts/git/merge-text.ts'
import { ownSettings } from '../../../scripts/git/own-settings.ts'
import { refusalOf, temporaryDirectory } from '../harness.ts'
import { cloneOf, type Scratch, scratch } from './scratch.ts'

const manifest = 'tenants/ningwu/jiaoyuju/xueji.yaml'

/** A program that leaves a mark behind, and where. */
function trap() {
  const folder = temporaryDirectory()
  const [program, mark] = [join(folder, 'trap'), join(folder, 'ran')]
  writeFileSync(program, `#!/bin/sh\ntouch ${mark}\nexit 1\n`)
  chmodSync(program, 0o755)
  return { program, ran: () => existsSync(mark) }
}

/** A branch two commits long, beside a target with one more. */
function diverged(): Scratch {
  const made = scratch()
  made.write(manifest, 'a: 1\n')
  made.write('.gitattributes', '*.yaml merge=trap diff=trap filter=trap\n')
  made.commit()
  made.git('checkout', '--quiet', '-b', 'change')
  made.write(manifest, 'a: 2\n')
  made.commit()
  made.git('checkout', '--quiet', 'main')
  made.write('tenants/ningwu/jiaoyuju/other.yaml', 'b: 1\n')
  made.commit()
  made.git('checkout', '--quiet', 'change')
  return made
}

/** All that the tool asks of git. */
function asked({ checkout }: Scratch): void {
  const { base, tip } = originOf(checkout, 'main')
  for (const commit of [base, tip]) bytesOf(checkout, commit, filesAt(checkout, commit).blobs)
  const text = (word: string) => Buffer.from(`${word}\n`)
  mergeText(checkout, { base: text('a'), theirs: text('a'), ours: text('b') })
}

describe('what a repository sets', () => {
  it.each([
    'core.fsmonitor',
    'core.sshCommand',
    'core.pager',
    'core.editor',
    'core.askPass',
    'core.gitProxy',
    'core.alternateRefsCommand',
    'credential.helper',
    'diff.external',
    'diff.trap.textconv',
    'diff.trap.command',
    'filter.trap.clean',
    'filter.trap.smudge',
    'filter.trap.process',
    'merge.trap.driver',
    'uploadpack.packObjectsHook',
    'gpg.program',
    'pager.rev-list',
    'alias.merge-base',
  ])('runs nothing as %s', key => {
    const made = diverged()
    const { program, ran } = trap()
    made.git('config', key, key.startsWith('alias.') ? `!${program}` : program)
    asked(made)
    expect(ran()).toBe(false)
  })

  it('runs no hook', () => {
    const made = diverged()
    const { program, ran } = trap()
    made.git('config', 'core.hooksPath', join(program, '..'))
    for (const hook of [
      'reference-transaction',
      'post-checkout',
      'fsmonitor-watchman',
      'post-index-change',
    ]) {
      const path = join(made.root, '.git/hooks', hook)
      writeFileSync(path, `#!/bin/sh\n${program}\n`)
      chmodSync(path, 0o755)
    }
    asked(made)
    expect(ran()).toBe(false)
  })

  it.each([
    ['ssh', 'ssh://example.org/x', 'core.sshCommand'],
    ['a program of its own', 'ext::TRAP', 'protocol.ext.allow'],
    ['a folder', '', 'uploadpack.packObjectsHook'],
  ])('fetches nothing that a partial clone lacks, by %s', (_how, url, key) => {
    const origin = diverged()
    origin.git('config', 'uploadpack.allowFilter', 'true')
    const clone = cloneOf(origin, '--filter=blob:none', '--no-checkout')
    const { program, ran } = trap()
    clone.git('config', key, key.endsWith('allow') ? 'always' : program)
    if (url !== '') clone.git('config', 'remote.origin.url', url.replace('TRAP', program))
    for (const scheme of ['ssh', 'ext', 'file']) clone.git('config', `protocol.${scheme}.allow`, 'always')
    clone.git('branch', '--quiet', 'main', 'origin/main')
    expect(refusalOf(() => asked(clone))).toBe('TY9032')
    expect(ran()).toBe(false)
  })
})

test('settings of a user whose home lies in the repository are the repository’s, and none of the user’s', () => {
  const { root, checkout, write } = scratch()
  for (const file of ['.gitconfig', 'git/config']) write(file, '[user]\n  name = planted\n')
  const own = temporaryDirectory()
  writeFileSync(join(own, '.gitconfig'), '[user]\n  name = own\n')
  const nameFor = (environment: Readonly<Record<string, string>>) =>
    ownSettings({ ...checkout, environment: { PATH: process.env.PATH, ...environment } }, '^user\\.name$')
  for (const home of [root, '.', '', join(root, 'x', '..')]) {
    expect(nameFor({ HOME: home })).toEqual(new Map())
    expect(nameFor({ XDG_CONFIG_HOME: home })).toEqual(new Map())
  }
  expect(nameFor({ HOME: own })).toEqual(new Map([['user.name', 'own']]))
})

describe('a partial clone', () => {
  it('is refused as long as contents are missing, and read once they were fetched as is said', () => {
    const origin = diverged()
    origin.git('config', 'uploadpack.allowFilter', 'true')
    const clone = cloneOf(origin, '--filter=blob:none', '--no-checkout')
    clone.git('branch', '--quiet', 'main', 'origin/main')
    expect(refusalOf(() => asked(clone))).toBe('TY9032')
    clone.git('fetch', '--quiet', '--refetch', '--no-filter', 'origin')
    expect(refusalOf(() => asked(clone))).toBeUndefined()
  })

  it('is refused without its trees', () => {
    const origin = diverged()
    origin.git('config', 'uploadpack.allowFilter', 'true')
    const clone = cloneOf(origin, '--filter=tree:0', '--no-checkout')
    clone.git('branch', '--quiet', 'main', 'origin/main')
    expect(refusalOf(() => asked(clone))).toBe('TY9032')
  })
})

describe('a repository that git cannot read', () => {
  it('is no repository without the ref: git’s own words are told', () => {
    const made = diverged()
    made.write('.git/config', '[[[')
    expect(refusalOf(() => originOf(made.checkout, 'main'))).toBe('TY9032')
  })

  it('is given up when git waits for a pipe that its settings lead to, and says so meanwhile', () => {
    const made = diverged()
    const pipe = join(temporaryDirectory(), 'pipe')
    execFileSync('mkfifo', [pipe])
    made.write('.git/config', `[include]\n  path = ${pipe}\n`)
    const waits: string[] = []
    const blocked = ({ en }: { readonly en: string }) => {
      waits.push(en)
      return { end: () => waits.push('end') }
    }
    const start = performance.now()
    const place = { ...made.checkout, gitLimitMs: 1000, heart: { blocked } }
    expect(refusalOf(() => originOf(place, 'main'))).toBe('TY9036')
    expect(performance.now() - start).toBeLessThan(20_000)
    expect(waits).toEqual(['waiting for git rev-parse', 'end'])
    const usual = { ...made.checkout, heart: { blocked } }
    expect(refusalOf(() => originOf(usual, 'main'))).toBe('TY9036')
    expect(performance.now() - start).toBeLessThan(60_000)
    expect(waits).toHaveLength(4)
  })
})

describe('a commit', () => {
  it('gives what it holds at the places of manifests, and names what stands there and is none', () => {
    const made = diverged()
    made.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `160000,${made.git('rev-parse', 'main')},tenants/ningwu/jiaoyuju/sub.yaml`,
    )
    made.git(
      'update-index',
      '--add',
      '--cacheinfo',
      `120000,${made.git('rev-parse', `main:${manifest}`)},tenants/ningwu/jiaoyuju/link.yaml`,
    )
    made.git('commit', '--quiet', '--message=m')
    const { blobs, irregular } = filesAt(made.checkout, made.git('rev-parse', 'HEAD'))
    expect(blobs.map(({ file }) => file)).toEqual([manifest])
    expect(irregular).toEqual(['tenants/ningwu/jiaoyuju/link.yaml', 'tenants/ningwu/jiaoyuju/sub.yaml'])
  })

  it.each([
    ['lost', Buffer.alloc(0)],
    ['another than its name says', deflateSync('blob 2\0x\n')],
  ])('is refused where one of its files is %s', (_what, bytes) => {
    const made = diverged()
    const object = made.git('rev-parse', `main:${manifest}`)
    made.git('prune-packed')
    const { blobs } = filesAt(made.checkout, made.git('rev-parse', 'main'))
    const path = join(made.root, '.git/objects', object.slice(0, 2), object.slice(2))
    chmodSync(path, 0o644)
    writeFileSync(path, bytes)
    expect(refusalOf(() => bytesOf(made.checkout, 'main', blobs))).toBe('TY9032')
  })
})
