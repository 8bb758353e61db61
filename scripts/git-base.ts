import { spawnSync } from 'node:child_process'
import { composeModel } from '../lib/compose/index.ts'
import { printable } from '../lib/finding/printable.ts'
import type { Model } from '../lib/model/model.ts'
import { kindOf, parseDocument, type SourceDocument } from '../lib/read/index.ts'
import { codes } from '../lib/usage/codes.ts'
import { composeSchemas, validateAll } from '../lib/validate/index.ts'
import { CommandError, type Context, exitStatus } from './command.ts'

const mostBytes = 2 ** 31 - 1
const regularFile = /^100(?:644|755) blob ([0-9a-f]+)\t(.+)$/s

/**
 * The model that a commit of the repository holds, read straight from git's objects: nothing is checked out, so no
 * filter or attribute of a branch can change what is seen. Undefined where the commit has no catalogue yet, so that
 * there is nothing to compare with.
 *
 * @throws CommandError when git has no such commit, and when its catalogue is too broken for a model.
 */
export function modelAt(context: Context, ref: string): Model | undefined {
  const { documents, files } = documentsAt(context, ref)
  const { documents: valid } = validateAll(documents, () => composeSchemas(documents))
  const { model } = composeModel(valid, context.today, { today: context.actualToday })
  if (model !== undefined || !files.some(file => file.startsWith('catalogue/'))) return model
  throw new CommandError(
    codes.brokenBase.code,
    {
      zh: `${printable(ref)} 的服务目录有误，无法据以核验改动`,
      en: `the catalogue of ${printable(ref)} is broken, so that the change cannot be judged by it`,
    },
    exitStatus.findings,
  )
}

interface Committed {
  readonly files: readonly string[]
  /** Those that can be read. */
  readonly documents: readonly SourceDocument[]
}

function documentsAt(context: Context, ref: string): Committed {
  // A ref that begins with a dash would be taken for an option.
  const commit = git(context, ref, [
    'rev-parse',
    '--verify',
    '--quiet',
    '--end-of-options',
    `${ref}^{commit}`,
  ])
  const prefix = git(context, ref, ['rev-parse', '--show-prefix']).toString().trim()
  const listed = git(context, ref, [
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit.toString().trim(),
    '--',
    `${prefix}catalogue`,
    `${prefix}tenants`,
  ])
  const files = listed
    .toString()
    .split('\0')
    .flatMap(entry => {
      const [, object, path] = regularFile.exec(entry) ?? []
      const file = path?.slice(prefix.length)
      const kind = file === undefined ? undefined : kindOf(file)
      return object === undefined || file === undefined || kind === undefined ? [] : [{ object, file, kind }]
    })
  const contents = blobs(
    git(context, ref, ['cat-file', '--batch'], files.map(({ object }) => `${object}\n`).join('')),
  )
  const documents = files.flatMap(({ file, kind }, index) => {
    const bytes = contents[index]
    return bytes === undefined ? [] : (parseDocument(file, kind, bytes).document ?? [])
  })
  return { files: files.map(({ file }) => file), documents }
}

/** What `cat-file --batch` writes: a line `<object> blob <size>` before each content, a line end after it. */
function blobs(output: Buffer): readonly Buffer[] {
  const contents: Buffer[] = []
  for (let at = 0; at < output.length; ) {
    const end = output.indexOf('\n', at)
    const size = Number(output.subarray(at, end).toString().split(' ')[2])
    contents.push(output.subarray(end + 1, end + 1 + size))
    at = end + 1 + size + 1
  }
  return contents
}

function git({ root, environment }: Context, ref: string, words: readonly string[], input = ''): Buffer {
  const { status, stdout, error } = spawnSync('git', ['-C', root, '--no-replace-objects', ...words], {
    input,
    env: { PATH: environment.PATH, HOME: environment.HOME, LC_ALL: 'C' },
    maxBuffer: mostBytes,
  })
  if (error === undefined && status === 0) return stdout
  if (error !== undefined && 'code' in error && error.code === 'ENOENT') throw noGit()
  throw new CommandError(
    codes.notInGit.code,
    {
      zh: `Git 历史中取不到 ${printable(ref)}`,
      en: `git has no ${printable(ref)} for this repository`,
    },
    exitStatus.usage,
  )
}

function noGit(): CommandError {
  return new CommandError(
    codes.noGit.code,
    {
      zh: 'PATH 中没有 git，无法与其他版本比较',
      en: 'git is not on the PATH, so that nothing can be compared',
    },
    exitStatus.environment,
  )
}
