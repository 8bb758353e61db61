// What differs between two trees, asked of git in one call however many pairs of them there are.
import { type Checkout, callGit } from './call.ts'
import { linesOf } from './lines.ts'

export interface TreePair {
  readonly before: string
  readonly after: string
}

/** What a tree has at a path. */
export interface PathEntry {
  /** The name that git has for the content. */
  readonly object: string
  /** Whether it is a file: no link, and no other repository. */
  readonly isFile: boolean
}

export interface PathChange {
  /** From the data's root; outside of it, it begins with `/`. */
  readonly path: string
  /** Undefined where there was nothing. */
  readonly before: PathEntry | undefined
  /** Undefined where there is nothing any more. */
  readonly after: PathEntry | undefined
}

/** In the order of the pairs; fewer than these where git lacks a part of any, and nobody can tell of which. */
export function treeChanges(
  checkout: Checkout,
  pairs: readonly TreePair[],
): readonly (readonly PathChange[])[] {
  if (pairs.length === 0) return []
  const prefix = linesOf(checkout, ['rev-parse', '--show-prefix'], '\n')[0] ?? ''
  const words = ['diff-tree', '--stdin', '-r', '-z', '--raw', '--no-abbrev', '--no-renames']
  const lines = pairs.map(({ before, after }) => `${before} ${after}\n`).join('')
  const { status, stdout } = callGit(checkout, words, lines)
  // Of two trees one of which is missing it says nothing, and ends well.
  return status === 0 ? changesIn(stdout.toString(), prefix) : []
}

const changeLine = /^:(\d{6}) (\d{6}) ([0-9a-f]+) ([0-9a-f]+) /

/** A line that names two trees, and then of each path that differs what it was and is, and the path. */
function changesIn(output: string, prefix: string): readonly (readonly PathChange[])[] {
  const all: PathChange[][] = []
  let line: RegExpExecArray | undefined
  for (const token of output.split('\0')) {
    if (line !== undefined) {
      const [, was = '', is = '', before = '', after = ''] = line
      const path = token.startsWith(prefix) ? token.slice(prefix.length) : `/${token}`
      all.at(-1)?.push({ path, before: entryOf(was, before), after: entryOf(is, after) })
      line = undefined
      continue
    }
    const [last = '', ...named] = token.split('\n').reverse()
    for (const _ of named) all.push([])
    line = changeLine.exec(last) ?? undefined
  }
  return all
}

function entryOf(mode: string, object: string): PathEntry | undefined {
  return mode === '000000' ? undefined : { object, isFile: mode.startsWith('100') }
}
