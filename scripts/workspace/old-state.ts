// Older versions kept everything in `.tenantry/` of the data repository. It moves file by file, each of them at once, so
// that whatever ends the move, every file is in one place or the other, and the next run goes on.
import { lstatSync } from 'node:fs'
import { join } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Refusal } from '../../lib/finding/refusal.ts'
import { gitRootOf, realPathOf } from '../../lib/read/inside.ts'
import { namesInPlain } from '../files/folder.ts'
import { isTracked } from '../git/tracked.ts'
import type { Workspace } from './delivery-files.ts'
import type { StatePlace } from './state-home.ts'

/** A file that has to move. */
export interface OldFile {
  readonly from: string
  readonly to: string
}

const stackName = /^[a-z0-9_.-]+$/
const stateFile = /^[a-z0-9_.-]+\.(?:tfstate(?:\.backup|\.broken)?|applied\.json|removing\.json)$/
const recordFiles = ['uncertain.json', 'attempted.json', 'apply.log', 'apply.log.last'] as const

/** Where older versions kept it. */
export function oldFolder(root: string): string {
  return join(root, '.tenantry')
}

/**
 * Every file of the old place that says something about the clouds. What a log needs to be understood goes before it:
 * first the states, then what was begun, and the log behind the configuration that it is about.
 *
 * @throws Refusal for a folder or file that is none: a link would lead elsewhere.
 */
export function oldFilesOf(
  root: string,
  to: Pick<Workspace, 'state' | 'records' | 'runs'>,
): readonly OldFile[] {
  const old = oldFolder(root)
  // Behind a link, all below would be looked for elsewhere.
  namesIn(old)
  const move = (from: string, target: string): OldFile => ({ from: regular(from), to: target })
  const states = namesIn(join(old, 'state')).filter(name => stateFile.test(name))
  const stacks = namesIn(join(old, 'stacks')).filter(name => stackName.test(name))
  const runs = namesIn(join(old, 'runs')).filter(name => name.endsWith('.json'))
  return [
    ...states.map(name => move(join(old, 'state', name), join(to.state, name))),
    ...stacks.flatMap(stack =>
      recordFiles
        .filter(name => namesIn(join(old, 'stacks', stack)).includes(name))
        .map(name => move(join(old, 'stacks', stack, name), join(to.records, stack, name))),
    ),
    ...runs.map(name => move(join(old, 'runs', name), join(to.runs, name))),
  ]
}

/** @throws Refusal while something lies there. */
export function requireNoOldState({ root, environment }: StatePlace): void {
  const nowhere = { state: '', records: '', runs: '' }
  const [first] = oldFilesOf(root, nowhere)
  if (first === undefined) return
  requireUntracked({ root, environment })
  const shown = printable(first.from)
  const { zh, en } = codes.oldState.title
  throw lacking(codes.oldState, { machine: first.from }, { zh: `${zh}：${shown}`, en: `${en}: ${shown}` })
}

/** @throws Refusal where git holds what lies there: then somebody else may have written it. */
export function requireUntracked(place: Pick<StatePlace, 'root' | 'environment'>): void {
  if (!tracked(place)) return
  const folder = oldFolder(place.root)
  throw lacking(codes.oldStateTracked, { machine: folder }, codes.oldStateTracked.title)
}

/** Outside of git, nothing is; in a repository of which git says nothing, anything may be. */
function tracked({ root, environment }: Pick<StatePlace, 'root' | 'environment'>): boolean {
  if (gitRootOf(realPathOf(root)) === undefined) return false
  return isTracked({ root, environment }, '.tenantry') ?? true
}

/** @throws Refusal where something else is in its place */
function namesIn(folder: string): readonly string[] {
  const isOdd = lstatSync(folder, { throwIfNoEntry: false })?.isDirectory() === false
  if (isOdd) throw notItself(folder)
  return namesInPlain(folder).toSorted()
}

function regular(file: string): string {
  if (lstatSync(file).isFile()) return file
  throw notItself(file)
}

function notItself(path: string): Refusal {
  const shown = printable(path)
  const message = {
    zh: `${shown} 不是普通的目录或文件，未作改动`,
    en: `${shown} is no plain directory or file; nothing was changed`,
  }
  return lacking(codes.oldStateTracked, { machine: path }, message)
}
