// Where delivery keeps what it knows of the clouds: outside the data repository, whose changes must not reach it.
import { chmodSync, lstatSync, readdirSync } from 'node:fs'
import { dirname, isAbsolute, join, parse, resolve } from 'node:path'
import { codes } from '../../lib/deliver/codes.ts'
import { textAt } from '../../lib/deliver/json.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import type { CodeDefinition, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { Refusal } from '../../lib/finding/refusal.ts'
import { liesInside, realPathOf } from '../../lib/read/inside.ts'
import { makeFolder, namesIn } from '../files/folder.ts'
import { digestOf, readJson, writeAtomically } from './delivery-files.ts'

/** A data repository, and what its runner says of the state. */
export interface StatePlace {
  /** Absolute path of the data repository. */
  readonly root: string
  readonly environment: Readonly<Record<string, string | undefined>>
  /** Absolute path, where `--state-dir` names one. */
  readonly stateDirectory: string | undefined
}

/** Whether the runner names the directory itself. */
export function isNamed({ stateDirectory, environment }: StatePlace): boolean {
  return stateDirectory !== undefined || (environment.TENANTRY_STATE_DIR ?? '') !== ''
}

/**
 * The state home, looked at and not yet made: `--state-dir`, `TENANTRY_STATE_DIR`, or a folder of its own for each place
 * of a repository under `$XDG_STATE_HOME/tenantry`.
 *
 * @throws Refusal for one that a change to the repository or another user could reach, or that belongs to another place.
 * @see https://specifications.freedesktop.org/basedir-spec/latest/
 */
export function stateHomeOf(place: StatePlace): string {
  const home = homePath(place, place.root)
  if (liesInside(home, place.root)) throw refusal(codes.stateHomeInside, home)
  requireSafeWay(home)
  requireOwn(home)
  requireBelonging(home, place.root)
  return home
}

/** Where the state of a data repository at some path is by default. */
export function homePath({ environment, stateDirectory }: Omit<StatePlace, 'root'>, root: string): string {
  if (stateDirectory !== undefined) return stateDirectory
  const { TENANTRY_STATE_DIR: named = '', XDG_STATE_HOME: states = '', HOME: home = '' } = environment
  if (named !== '') return resolve(named)
  const base = isAbsolute(states) ? states : isAbsolute(home) ? join(home, '.local/state') : undefined
  if (base === undefined)
    throw lacking(codes.stateHomeUnknown, { machine: 'HOME' }, codes.stateHomeUnknown.title)
  // No id that git holds could keep two clones of a repository apart; the place on the machine does.
  return join(base, 'tenantry', digestOf(realPathOf(root)).slice(0, 32))
}

/** Makes the home, and writes down whose it is. */
export function claimHome(home: string, root: string): void {
  makeFolder(home, 0o700)
  requireSafeWay(home)
  requireOwn(home)
  if (readJson(recordIn(home)) === undefined) writeOwner(home, root)
  requireBelonging(home, root)
}

export function writeOwner(home: string, root: string): void {
  writeAtomically(
    recordIn(home),
    `${JSON.stringify({ version: 1, repository: realPathOf(root) }, null, 2)}\n`,
  )
}

/** The path of the data repository that a home belongs to; undefined where nobody has said. */
export function ownerOf(home: string): string | undefined {
  return textAt(readJson(recordIn(home)), 'repository')
}

function recordIn(home: string): string {
  return join(home, 'repository.json')
}

/** As OpenSSH looks at the way to its keys: whoever may write a folder on it may put another one in its place. */
function requireSafeWay(home: string): void {
  const top = parse(home).root
  for (let path = home; path !== top; path = dirname(path)) {
    const status = lstatSync(path, { throwIfNoEntry: false })
    // Links at the very top, as `/home` on some machines, are the system's own.
    if (status?.isSymbolicLink() && dirname(path) !== top) {
      throw refusal(codes.stateHomeUnsafe, home, {
        zh: `${printable(path)} 是符号链接，真实路径为 ${printable(realPathOf(home))}`,
        en: `${printable(path)} is a link; the real path is ${printable(realPathOf(home))}`,
      })
    }
    if (path === home || status === undefined || status.isSymbolicLink()) continue
    const isSticky = (status.mode & 0o1000) !== 0
    if (!isTrusted(status.uid) || ((status.mode & 0o022) !== 0 && !isSticky)) {
      throw refusal(codes.stateHomeUnsafe, home, {
        zh: `他人可以改动 ${printable(path)}`,
        en: `others may change ${printable(path)}`,
      })
    }
  }
}

/** The runner's user, and the system's. Where there are no users, as on Windows, nothing can be said. */
function isTrusted(uid: number): boolean {
  const user = process.getuid?.()
  return user === undefined || uid === user || uid === 0
}

function requireOwn(home: string): void {
  const status = lstatSync(home, { throwIfNoEntry: false })
  if (status === undefined) return
  const user = process.getuid?.()
  if (status.isDirectory() && (user === undefined || status.uid === user)) {
    if ((status.mode & 0o077) === 0 || user === undefined) return
    // Just made, with nothing in it that anybody could have read.
    const isEmpty = readdirSync(home).length === 0
    if (isEmpty) chmodSync(home, 0o700)
    if (isEmpty) return
  }
  throw refusal(codes.stateHomeUnsafe, home, {
    zh: `须为本人所有、权限 0700 的目录：chmod 700 ${printable(home)}`,
    en: `it has to be a directory of the runner’s own with mode 0700: chmod 700 ${printable(home)}`,
  })
}

function requireBelonging(home: string, root: string): void {
  const owner = ownerOf(home)
  if (owner === realPathOf(root)) return
  const isFree = owner === undefined && namesIn(home).every(name => /^\.?repository\.json/.test(name))
  if (isFree) return
  const whose = printable(owner ?? '?')
  throw refusal(codes.stateHomeForeign, home, {
    zh: `其归属为 ${whose}，而非 ${printable(realPathOf(root))}`,
    en: `it belongs to ${whose}, not to ${printable(realPathOf(root))}`,
  })
}

function refusal(definition: CodeDefinition, home: string, more?: Text): Refusal {
  const { zh, en } = definition.title
  const shown = printable(home)
  const message = {
    zh: `${zh}：${shown}${more === undefined ? '' : `（${more.zh}）`}`,
    en: `${en}: ${shown}${more === undefined ? '' : ` (${more.en})`}`,
  }
  return lacking(definition, { machine: home }, message)
}
