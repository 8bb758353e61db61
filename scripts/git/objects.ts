import { createHash } from 'node:crypto'
import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type DocumentKind, kindOf } from '../../lib/read/index.ts'
import { type Checkout, callGit } from './call.ts'

/** A file of a commit that has its place in a data repository. */
export interface Blob {
  /** From the data's root. */
  readonly file: string
  readonly kind: DocumentKind
  /** The name that git has for the content. */
  readonly object: string
}

/** What a commit holds in the places of a data repository. */
export interface CommitFiles {
  readonly blobs: readonly Blob[]
  /** Files at the place of a manifest that are none: links, and other repositories. From the data's root. */
  readonly irregular: readonly string[]
}

const entry = /^(\d{6}) (\w+) ([0-9a-f]+)\t(.+)$/s

/** @param commit its full name. @throws Refusal where a part of it is missing. */
export function filesAt(checkout: Checkout, commit: string): CommitFiles {
  const prefix = textOf(checkout, commit, ['rev-parse', '--show-prefix']).trim()
  const folders = [`${prefix}catalogue`, `${prefix}tenants`]
  const listed = textOf(checkout, commit, ['ls-tree', '-r', '-z', '--full-tree', commit, '--', ...folders])
  const blobs: Blob[] = []
  const irregular: string[] = []
  for (const line of listed.split('\0')) {
    const [, mode, type, object, path] = entry.exec(line) ?? []
    const file = path?.slice(prefix.length)
    const kind = file === undefined ? undefined : kindOf(file)
    if (object === undefined || file === undefined || kind === undefined) continue
    if (type === 'blob' && (mode === '100644' || mode === '100755')) blobs.push({ object, file, kind })
    else irregular.push(file)
  }
  return { blobs, irregular }
}

/**
 * The content of one file of a commit, whatever it is there for; undefined where the commit has none.
 *
 * @throws Refusal where git cannot give it
 */
export function fileAt(checkout: Checkout, commit: string, file: string): Uint8Array | undefined {
  const prefix = textOf(checkout, commit, ['rev-parse', '--show-prefix']).trim()
  const words = ['ls-tree', '-z', '--full-tree', commit, '--', `${prefix}${file}`]
  const [, , type, object] = entry.exec(textOf(checkout, commit, words).split('\0')[0] ?? '') ?? []
  if (object === undefined || type !== 'blob') return undefined
  return bytesOf(checkout, commit, [{ file, object }]).get(object)
}

/** By the names of their contents. @throws Refusal where any is missing: nobody may go by the rest. */
export function bytesOf(
  checkout: Checkout,
  commit: string,
  blobs: readonly Pick<Blob, 'file' | 'object'>[],
): ReadonlyMap<string, Uint8Array> {
  if (blobs.length === 0) return new Map()
  const names = blobs.map(({ object }) => `${object}\n`).join('')
  const { status, stdout } = callGit(checkout, ['cat-file', '--batch'], names)
  const contents = contentsIn(stdout)
  const missing = blobs.filter(({ object }) => !contents.has(object))
  if (status !== 0 || missing.length > 0) throw objectsMissing(commit, missing)
  return contents
}

/**
 * What `cat-file --batch` writes: a line `<object> blob <size>` before each content, a line end after it; a line
 * `<object> missing` for what is not there.
 */
export function contentsIn(output: Buffer): ReadonlyMap<string, Uint8Array> {
  const contents = new Map<string, Uint8Array>()
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at)
    if (end < 0) break
    const [object = '', type, size] = output.subarray(at, end).toString().split(' ')
    at = end + 1
    if (type !== 'blob') continue
    const content = output.subarray(at, at + Number(size))
    if (content.length === Number(size)) contents.set(object, content)
    at += Number(size) + 1
  }
  return contents
}

function textOf(checkout: Checkout, commit: string, words: readonly string[]): string {
  const { status, stdout } = callGit(checkout, words)
  if (status !== 0) throw objectsMissing(commit, [])
  return stdout.toString()
}

function objectsMissing(commit: string, blobs: readonly Pick<Blob, 'file'>[]): Refusal {
  const files = blobs.slice(0, 3).map(({ file }) => printable(file))
  const command = 'git fetch --refetch --no-filter origin'
  const message =
    files.length === 0
      ? {
          zh: `本地取不到提交 ${commit} 的文件清单；请运行 ${command}`,
          en: `the list of files of commit ${commit} is missing here; run \`${command}\``,
        }
      : {
          zh: `本地取不到提交 ${commit} 中的 ${files.join('、')}${blobs.length > 3 ? ` 等 ${blobs.length} 个文件` : ''}；请运行 ${command}`,
          en: `${files.join(', ')}${blobs.length > 3 ? ` and ${blobs.length - 3} more` : ''} of commit ${commit} are missing here; run \`${command}\``,
        }
  return new Refusal(finding(gitCodes.objectsMissing, { machine: commit }, { message }), 'environment')
}

/** The name that git would give some bytes, in the kind of names to which `like` belongs. */
export function objectId(bytes: Uint8Array, like: string): string {
  return createHash(like.length === 64 ? 'sha256' : 'sha1')
    .update(`blob ${bytes.length}\0`)
    .update(bytes)
    .digest('hex')
}
