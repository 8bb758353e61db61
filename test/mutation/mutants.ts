import { readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import type { MutantResult } from '@stryker-mutator/api/core'
import { Stryker } from '@stryker-mutator/core'
import { type Folder, patternsOf, root } from './folders.ts'
import { setDeadline, setTests } from './settings.ts'
import { hitLimitReached, notReached } from './warm/reasons.ts'

/**
 * Its settings for StrykerJS. `tsconfigFile` names no file because StrykerJS would rewrite it by an interface that
 * TypeScript 7 no longer has, and Vitest needs no rewriting; `timeoutMS` is that long because a warm worker that was
 * spoilt is opened anew in the time of the next mutant.
 */
const configFile = join('test', 'mutation', 'stryker.json')

/**
 * `endless`: it makes a loop that never ends. `late`: the tests came to no end in their time, for whatever reason.
 * `uncovered`: no test reaches it. `unloadable`: the modules do not load with it, so
 * that no test says anything about it. `unreached`: time was up before its turn, or a quick run left it out.
 */
export type Fate = 'killed' | 'survived' | 'endless' | 'late' | 'uncovered' | 'unloadable' | 'unreached'

export interface Mutant {
  readonly file: string
  /** From 1. */
  readonly line: number
  readonly column: number
  readonly original: string
  readonly replacement: string
  /** The first line of what is replaced, without its indentation: it finds the place again when lines above it change. */
  readonly within: string
  readonly fate: Fate
}

/** The part of a file that is mutated; lines from 1, both included. */
export interface Stretch {
  readonly file: string
  readonly from: number
  readonly to: number
}

/** Mutates a folder, or stretches of it only, and runs the tests that answer for it. `deadline` in ms since 1970. */
export async function mutantsOf(
  folder: Folder,
  stretches: readonly Stretch[] | undefined,
  deadline: number,
): Promise<readonly Mutant[]> {
  setTests(folder.tests)
  setDeadline(deadline)
  const mutate = [...(stretches?.map(({ file, from, to }) => `${file}:${from}-${to}`) ?? patternsOf(folder))]
  const reporters = [process.stdout.isTTY ? 'progress' : 'progress-append-only']
  // StrykerJS removes the whole folder when it is done.
  const tempDirName = join('dist', 'mutation', `${process.pid}`)
  const results = await new Stryker({ configFile, mutate, reporters, tempDirName }).runMutationTest()
  return results.flatMap(result => mutantOf(result) ?? [])
}

function mutantOf(result: MutantResult): Mutant | undefined {
  const fate = fateOf(result)
  if (fate === undefined) return undefined
  const file = relative(root, result.fileName)
  const { start, end } = result.location
  const lines = readFileSync(join(root, file), 'utf8')
    .split('\n')
    .slice(start.line - 1, end.line)
  return {
    file,
    line: start.line,
    column: start.column,
    original: cut(lines, start.column - 1, end.column - 1),
    replacement: result.replacement ?? '',
    within: (lines[0] ?? '').trim(),
    fate,
  }
}

function cut(lines: readonly string[], from: number, to: number): string {
  const last = lines.length - 1
  return lines
    .map((line, index) => line.slice(index === 0 ? from : 0, index === last ? to : undefined))
    .join('\n')
}

/** Nothing for a mutant that the ignorer left out. */
function fateOf({ status, statusReason }: MutantResult): Fate | undefined {
  switch (status) {
    case 'Killed':
      return 'killed'
    case 'Survived':
      return 'survived'
    case 'Timeout':
      return statusReason?.startsWith(hitLimitReached) === true ? 'endless' : 'late'
    case 'NoCoverage':
      return 'uncovered'
    case 'RuntimeError':
      return statusReason?.includes(notReached) === true ? 'unreached' : 'unloadable'
    case 'Ignored':
      return undefined
    case 'CompileError':
    case 'Pending':
      throw new Error(`StrykerJS left a mutant ${status}`)
  }
}
