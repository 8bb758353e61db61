import { existsSync, renameSync } from 'node:fs'
import { codes } from '../../lib/deliver/codes.ts'
import { lacking } from '../../lib/deliver/lacking.ts'
import { printable } from '../../lib/finding/printable.ts'
import { realPathOf } from '../../lib/read/inside.ts'
import { workspaceIn } from './delivery-files.ts'
import { takeRunLock } from './run-lock.ts'
import { homePath, ownerOf, type StatePlace, stateHomeOf, writeOwner } from './state-home.ts'

/**
 * Gives a repository the state home of the place where it was before. Broken off between its two steps, it finds the
 * home in its new place and goes on.
 *
 * @returns the home
 * @throws Refusal where the former place has none, or the present one has a state of its own.
 */
export function moveHome(place: StatePlace, former: string): string {
  const from = homePath(place, former)
  const to = homePath(place, place.root)
  const isFormer = (home: string) => ownerOf(home) === realPathOf(former)
  if (isFormer(to)) {
    writeOwner(to, place.root)
    return stateHomeOf(place)
  }
  if (!isFormer(from)) throw nothingThere(from)
  if (existsSync(to)) stateHomeOf(place)
  if (ownerOf(to) !== undefined) throw occupied(to)
  const release = takeRunLock(workspaceIn(from, former))
  release()
  renameSync(from, to)
  writeOwner(to, place.root)
  return stateHomeOf(place)
}

function nothingThere(home: string) {
  const { zh, en } = codes.nothingToMove.title
  const shown = printable(home)
  return lacking(codes.nothingToMove, { machine: home }, { zh: `${zh}：${shown}`, en: `${en}: ${shown}` })
}

function occupied(home: string) {
  const shown = printable(home)
  const message = {
    zh: `现在的位置已有状态目录 ${shown}，两份都保持原样`,
    en: `the present place has a state home already, ${shown}; both stay as they are`,
  }
  return lacking(codes.stateInTheWay, { machine: home }, message)
}
