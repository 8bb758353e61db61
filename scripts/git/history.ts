import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { type CodeDefinition, finding, type Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type Checkout, callGit } from './call.ts'
import { historyBroken } from './history-broken.ts'
import { piecesOf } from './lines.ts'
import { commitOf } from './refs.ts'

/** Where a change begins, and where its target stands by now. Commits by their full names. */
export interface Origin {
  /** The newest commit that the change and its target have in common. */
  readonly base: string
  /** The target branch as it is. */
  readonly tip: string
  /** How many commits the target has that the change has not. */
  readonly behind: number
}

/**
 * @param target a name of the target branch
 * @param head the commit that the change leads to
 * @default - what is checked out
 * @throws Refusal where it cannot be told for certain.
 */
export function originOf(checkout: Checkout, target: string, head = headOf(checkout)): Origin {
  const tip = commitOf(checkout, target)
  if (head === undefined || tip === head) return { base: tip, tip, behind: 0 }
  refuseShallow(checkout, target)
  const bases = linesOf(checkout, ['merge-base', '--all', tip, head])
  const [base, second] = bases
  if (base === undefined) throw refusal(gitCodes.unrelated, target, unrelated(target))
  if (second !== undefined) throw refusal(gitCodes.severalBases, target, several(target, bases.length))
  return { base, tip, behind: Number(linesOf(checkout, ['rev-list', '--count', `${head}..${tip}`])[0]) }
}

/** What is checked out; undefined before the first commit: everything is then a change to the target. */
function headOf(checkout: Checkout): string | undefined {
  return linesOf(checkout, ['rev-parse', '--verify', '--quiet', 'HEAD^{commit}'])[0]
}

/**
 * A commit and those that the target branch had before it, the newest first; at most so many.
 *
 * @throws Refusal where git cannot follow them
 */
export function firstParents(checkout: Checkout, commit: string, most: number): readonly string[] {
  return linesOf(checkout, ['rev-list', '--first-parent', `--max-count=${most}`, commit])
}

/** To end with 1 is git's “none” where it has nothing to say of it; otherwise what it wrote is no answer. */
function linesOf(checkout: Checkout, words: readonly string[]): readonly string[] {
  const called = callGit(checkout, words)
  const { status, stderr } = called
  if (status !== 0 && !(status === 1 && stderr === '')) throw historyBroken(words, stderr)
  return piecesOf(called, '\n')
}

/** In a shallow clone the commits at its edge have no parents, and a merge base is none. */
function refuseShallow(checkout: Checkout, target: string): void {
  const [answer] = linesOf(checkout, ['rev-parse', '--is-shallow-repository'])
  if (answer !== 'true') return
  const command = 'git fetch --unshallow origin'
  const text = {
    zh: `浅克隆，找不到本分支从 ${printable(target)} 分出之处；请运行 ${command}`,
    en: `the clone is shallow, so that nobody can tell where this branch left ${printable(target)}; run \`${command}\``,
  }
  throw refusal(gitCodes.shallow, target, text, 'environment')
}

function unrelated(target: string): Text {
  const shown = printable(target)
  return { zh: `本分支与 ${shown} 没有共同的提交`, en: `this branch and ${shown} have no commit in common` }
}

function several(target: string, count: number): Text {
  const shown = printable(target)
  return {
    zh: `本分支与 ${shown} 有 ${count} 个分叉点；请先运行 git merge ${shown}`,
    en: `this branch and ${shown} have ${count} merge bases; run \`git merge ${shown}\` first`,
  }
}

function refusal(
  code: CodeDefinition,
  target: string,
  message: Text,
  kind: 'usage' | 'environment' = 'usage',
): Refusal {
  return new Refusal(finding(code, { machine: target }, { message }), kind)
}
