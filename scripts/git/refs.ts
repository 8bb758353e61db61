import { codes } from '../../lib/command-line/codes.ts'
import { gitCodes } from '../../lib/command-line/git-codes.ts'
import { finding, type Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type Checkout, callGit } from './call.ts'
import { historyBroken } from './history-broken.ts'

/**
 * The commit that a name stands for. A short name is that of a branch, here or of a remote; a tag of the same name, which
 * git itself would take first, never stands in for it.
 *
 * @throws Refusal where there is no such commit, and where the name could mean several.
 */
export function commitOf(checkout: Checkout, name: string): string {
  const [, ref = name, steps = ''] = /^(.+?)([~^][~^0-9]*)?$/s.exec(name) ?? []
  return peeled(checkout, name, `${refOf(checkout, name, ref)}${steps}`)
}

const objectName = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/
const ownNames: ReadonlySet<string> = new Set(['HEAD', 'FETCH_HEAD', 'MERGE_HEAD', 'ORIG_HEAD'])

function refOf(checkout: Checkout, name: string, ref: string): string {
  if (objectName.test(ref) || ownNames.has(ref)) return ref
  if (ref.startsWith('refs/')) return exists(checkout, ref) ? ref : refuseUnknown(name)
  const local = [`refs/heads/${ref}`, `refs/remotes/${ref}`].filter(full => exists(checkout, full))
  if (local.length > 1) throw unclear(name, local)
  const [found] = [...local, `refs/remotes/origin/${ref}`].filter(full => exists(checkout, full))
  if (found !== undefined) return found
  const tag = `refs/tags/${ref}`
  if (exists(checkout, tag)) throw unclear(name, [tag])
  return /^[0-9a-f]{7,}$/.test(ref) ? ref : refuseUnknown(name)
}

/** Whether a ref of exactly this name is there: no rule of git's completes it. */
function exists(checkout: Checkout, ref: string): boolean {
  return answerOf(checkout, ['show-ref', '--verify', '--quiet', '--', ref]) !== undefined
}

function peeled(checkout: Checkout, name: string, expression: string): string {
  const answer = answerOf(checkout, [
    'rev-parse',
    '--verify',
    '--quiet',
    // A name that begins with a dash would be taken for an option.
    '--end-of-options',
    `${expression}^{commit}`,
  ])
  return answer ?? refuseUnknown(name)
}

/** To end with 1 is git's “none”. @throws Refusal where it could not look */
function answerOf(checkout: Checkout, words: readonly string[]): string | undefined {
  const { status, stdout, stderr } = callGit(checkout, words)
  if (status === 0) return stdout.toString().trim()
  if (status === 1) return undefined
  throw historyBroken(words, stderr)
}

function refuseUnknown(name: string): never {
  const shown = printable(name)
  const message = { zh: `Git 历史中取不到 ${shown}`, en: `git has no ${shown} for this repository` }
  const fix = { message: name === 'HEAD' ? firstCommit : fetched }
  throw new Refusal(finding(codes.notInGit, { machine: name }, { message, fix }), 'usage')
}

const firstCommit: Text = {
  zh: '还没有任何提交：请先运行 git add 和 git commit',
  en: 'there is no commit yet: run `git add` and `git commit` first',
}

const fetched: Text = {
  zh: '核对分支名；分支在远程的，先运行 git fetch origin，再写 origin/<分支>',
  en: 'look at the name; run `git fetch origin` for a branch of the remote and write origin/<branch>',
}

function unclear(name: string, candidates: readonly string[]): Refusal {
  const shown = printable(name)
  const full = candidates.map(printable)
  const message =
    candidates.length > 1
      ? { zh: `${shown} 可指 ${full.join('、')}`, en: `${shown} could mean ${full.join(' or ')}` }
      : {
          zh: `没有名为 ${shown} 的分支，只有标签 ${full[0]}`,
          en: `there is no branch ${shown}, only the tag ${full[0]}`,
        }
  const fix = { message: { zh: '请写全称', en: 'write the full name' } }
  return new Refusal(finding(gitCodes.refUnclear, { machine: name }, { message, fix }), 'usage')
}
