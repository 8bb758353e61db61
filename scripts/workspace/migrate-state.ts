import {
  closeSync,
  copyFileSync,
  existsSync,
  fsyncSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from 'node:fs'
import { dirname, join } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { numberAt } from '../../lib/deliver/json.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { printable } from '../../lib/finding/printable.ts'
import { namesIn, removeIfEmpty } from '../files/folder.ts'
import { growingName } from '../files/growing.ts'
import { isAlive } from '../files/process-identity.ts'
import { makeDirectory, readJson, type Workspace } from './delivery-files.ts'
import { type OldFile, oldFilesOf, oldFolder, requireUntracked } from './old-state.ts'
import type { StatePlace } from './state-home.ts'

/** One step of the move: done whole or not at all, and done again without harm. */
export interface Step {
  readonly name: string
  readonly run: () => void
}

/**
 * What moves the state of an older version into the state home, in order. The lock of the home has to be held.
 *
 * @throws Refusal before anything is touched: for what git holds, while an older version is at work, and where both
 * places know a stack.
 */
export function migrationOf(place: StatePlace, workspace: Workspace): readonly Step[] {
  const { root } = place
  const files = oldFilesOf(root, workspace)
  if (files.length > 0) requireUntracked(place)
  requireNobodyAtWork(root)
  for (const file of files) requireFree(file)
  const moves = files.map(file => ({ name: file.to, run: () => move(file) }))
  return [...moves, { name: oldFolder(root), run: () => removeEmptied(root) }]
}

function requireNobodyAtWork(root: string): void {
  const stacks = join(oldFolder(root), 'stacks')
  const pids = namesIn(stacks).map(name => Number(textOf(join(stacks, name, 'terraform.pid'))))
  const lock = join(oldFolder(root), 'run.lock')
  const holder = [numberAt(readJson(lock), 'pid'), ...pids].find(
    pid => pid !== undefined && pid > 0 && pid !== process.pid && isAlive(pid),
  )
  if (holder === undefined) return
  const message = { zh: `进程 ${holder} 尚在执行`, en: `the process ${holder} is still at work` }
  throw lacking(codes.runInProgress, { machine: lock }, message)
}

function textOf(file: string): string {
  return existsSync(file) ? readFileSync(file, 'utf8') : ''
}

/** The same bytes in both places are a copy that was made before the move was broken off. */
function requireFree({ from, to }: OldFile): void {
  if (!existsSync(to) || readFileSync(to).equals(readFileSync(from))) return
  const { zh, en } = codes.stateInTheWay.title
  const [old, own] = [printable(from), printable(to)]
  throw lacking(
    codes.stateInTheWay,
    { machine: to },
    { zh: `${zh}：${old}，${own}`, en: `${en}: ${old} and ${own}` },
  )
}

function move({ from, to }: OldFile): void {
  if (!existsSync(from)) return
  makeDirectory(dirname(to))
  try {
    renameSync(from, to)
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EXDEV')) throw error
    copyAcross({ from, to })
    rmSync(from)
  }
}

/** To another file system: the copy is whole, and on the disk, before the file that it is of goes. */
export function copyAcross({ from, to }: OldFile): void {
  const temporary = growingName(to)
  try {
    copyFileSync(from, temporary)
    const { atime, mtime } = statSync(from)
    utimesSync(temporary, atime, mtime)
    const descriptor = openSync(temporary, 'r')
    fsyncSync(descriptor)
    closeSync(descriptor)
    renameSync(temporary, to)
  } finally {
    rmSync(temporary, { force: true })
  }
}

/** What an older version left for terraform alone, and can be made again. */
const remade = ['cdk.tf.json', 'adopted.tf.json', 'stack.tfplan', 'terraform.pid', '.terraform.lock.hcl']

/** Takes away what was left empty. Nothing goes that older versions did not write. */
function removeEmptied(root: string): void {
  const old = oldFolder(root)
  for (const stack of namesIn(join(old, 'stacks'))) {
    const folder = join(old, 'stacks', stack)
    for (const name of remade) rmSync(join(folder, name), { force: true })
    for (const name of ['.terraform', 'taken-up'])
      rmSync(join(folder, name), { recursive: true, force: true })
    removeIfEmpty(folder)
  }
  rmSync(join(old, 'run.lock'), { force: true })
  for (const folder of ['state', 'stacks', 'runs']) removeIfEmpty(join(old, folder))
}
