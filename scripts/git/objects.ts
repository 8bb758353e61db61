import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { codes } from '../../lib/command-line/codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type DocumentKind, kindOf } from '../../lib/read/index.ts'

/** Where git is asked, and with whose settings. */
export interface Checkout {
  /** Absolute path of the data repository, which may be a part of what git holds. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
}

/** A file of a commit that has its place in a data repository. */
export interface Blob {
  /** From the data's root. */
  readonly file: string
  readonly kind: DocumentKind
  /** The name that git has for the content. */
  readonly object: string
}

const mostBytes = 2 ** 31 - 1
const regularFile = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s

/** @throws Refusal when git is missing, or knows no such commit. */
export function blobsAt(checkout: Checkout, ref: string): readonly Blob[] {
  // A ref that begins with a dash would be taken for an option.
  const commit = git(checkout, ref, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ])
  const prefix = git(checkout, ref, ['rev-parse', '--show-prefix']).toString().trim()
  const listed = git(checkout, ref, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit.toString().trim(),
    '--',
    `${prefix}catalogue`,
    `${prefix}tenants`,
  ])
  return listed
    .toString()
    .split('\0')
    .flatMap(entry => {
      const [, object, path] = regularFile.exec(entry) ?? []
      const file = path?.slice(prefix.length)
      const kind = file === undefined ? undefined : kindOf(file)
      return object === undefined || file === undefined || kind === undefined ? [] : [{ object, file, kind }]
    })
}

/** By the names of their contents. */
export function bytesOf(
  checkout: Checkout,
  ref: string,
  blobs: readonly Blob[],
): ReadonlyMap<string, Uint8Array> {
  if (blobs.length === 0) return new Map()
  const names = blobs.map(({ object }) => `${object}\n`).join('')
  return contentsIn(git(checkout, ref, ['cat-file', '--batch'], names))
}

/** What `cat-file --batch` writes: a line `<object> blob <size>` before each content, a line end after it. */
function contentsIn(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>()
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at)
    const [object = '', , size] = output.subarray(at, end).toString().split(' ')
    const start = end + 1
    contents.set(object, output.subarray(start, start + Number(size)))
    at = start + Number(size) + 1
  }
  return contents
}

/** The name that git would give some bytes, in the kind of names to which `like` belongs. */
export function objectId(bytes: Uint8Array, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}

function git({ root, environment }: Checkout, ref: string, words: readonly string[], input = ''): Buffer {
  const { status, stdout, error } = spawnSync('git', ['-C', root, '--no-replace-objects', ...words], {
    input,
    env: { PATH: environment.PATH, HOME: environment.HOME, LC_ALL: 'C' },
    maxBuffer: mostBytes,
  })
  if (error === undefined && status === 0) return stdout
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') throw noGit()
  throw notInGit(ref)
}

function notInGit(ref: string): Refusal {
  const shown = printable(ref)
  const message = { zh: `Git 历史中取不到 ${shown}`, en: `git has no ${shown} for this repository` }
  return new Refusal(finding(codes.notInGit, { machine: ref }, { message }), 'usage')
}

function noGit(): Refusal {
  const message = {
    zh: 'PATH 中没有 git，无法与其他版本比较',
    en: 'git is not on the PATH, so that nothing can be compared',
  }
  return new Refusal(finding(codes.noGit, { machine: 'git' }, { message }), 'environment')
}
