import type { RunnerForge } from '../../generated/types/runner.ts'
import { evidenceCodes as codes, evidenceBranch } from '../../lib/evidence/index.ts'
import { type CodeDefinition, finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type Checkout, callGit, type Transport } from '../git/call.ts'
import { commitNamed, fetchedEvidence, fetchedTarget } from '../git/evidence-branch.ts'
import { historyBroken } from '../git/history-broken.ts'
import { toolIdentity } from '../git/tool-identity.ts'

/** The repository on the forge: what is written goes there, whatever the clone calls its remotes. */
export interface Remote {
  readonly url: string
  readonly transport: Transport
  /** The target branch, by its short name. */
  readonly target: string
}

/** The repository of a forge, as git reaches it. */
export function remoteOf({
  settings,
  transport,
}: {
  readonly settings: Pick<RunnerForge, 'address' | 'repository' | 'target'>
  readonly transport: Transport
}): Remote {
  const { address, repository, target = 'main' } = settings
  return { url: `${address}/${repository}.git`, transport, target }
}

/** Brings the target branch and the evidence here. @throws Refusal where the forge gives no target branch. */
export function fetchBoth(checkout: Checkout, remote: Remote): void {
  const target = `+refs/heads/${remote.target}:${fetchedTarget}`
  const fetched = fetch(checkout, remote, target)
  if (fetched.status !== 0) throw failed(codes.notFetched, fetched.stderr)
  const evidence = `+refs/heads/${evidenceBranch}:${fetchedEvidence}`
  const { status, stderr } = fetch(checkout, remote, evidence)
  // The first record makes the branch.
  if (status !== 0 && /couldn't find remote ref/.test(stderr)) forget(checkout)
  else if (status !== 0) throw failed(codes.notFetched, stderr)
}

/**
 * Brings the commits of a change here, as far as the forge still has them. One that it has lost is missed where a review
 * names it, and does not count there.
 */
export function fetchChange(checkout: Checkout, remote: Remote, ref: string): void {
  fetch(checkout, remote, `+${ref}:refs/tenantry/changes/${ref.replace(/^refs\//, '')}`)
}

function fetch(checkout: Checkout, { url, transport }: Remote, refspec: string) {
  return callGit(checkout, ['fetch', '--quiet', '--no-tags', url, refspec], '', transport)
}

function forget(checkout: Checkout): void {
  if (commitNamed(checkout, fetchedEvidence) !== undefined)
    plumb(checkout, ['update-ref', '-d', fetchedEvidence])
}

export interface Appended {
  readonly path: string
  readonly text: string
  readonly signature: string
}

/**
 * Writes one record as one commit behind a tip, and pushes it as compare-and-swap.
 *
 * @param tip what the record was chained to; undefined for the first
 * @returns the new tip; undefined where somebody else was first
 */
export function append(
  checkout: Checkout,
  remote: Remote,
  tip: string | undefined,
  record: Appended,
): string | undefined {
  const commit = commitOf(checkout, tip, record)
  const ref = `refs/heads/${evidenceBranch}`
  const { status, stderr } = callGit(
    checkout,
    ['push', '--quiet', `--force-with-lease=${ref}:${tip ?? ''}`, remote.url, `${commit}:${ref}`],
    '',
    remote.transport,
  )
  if (status === 0) {
    plumb(checkout, ['update-ref', fetchedEvidence, commit])
    return commit
  }
  if (/stale info|fetch first|non-fast-forward|failed to lock|already exists|reference already/.test(stderr))
    return undefined
  throw failed(codes.notWritten, stderr)
}

function commitOf(checkout: Checkout, tip: string | undefined, { path, text, signature }: Appended): string {
  const [year = '', name = ''] = path.split('/')
  const entries = (tree: string) => (tip === undefined ? [] : entriesIn(checkout, `${tip}:${tree}`))
  const files = [
    ...entries(year),
    `100644 blob ${blob(checkout, text)}\t${name}`,
    `100644 blob ${blob(checkout, signature)}\t${name}.sig`,
  ]
  const others = entries('').filter(line => !line.endsWith(`\t${year}`))
  const tree = treeOf(checkout, [...others, `040000 tree ${treeOf(checkout, files)}\t${year}`])
  const parent = tip === undefined ? [] : ['-p', tip]
  const message = `record ${path.replace(/\.json$/, '')}\n`
  return plumb(checkout, [...toolIdentity, 'commit-tree', tree, ...parent], message)
}

/** Empty where there is no such folder yet. */
function entriesIn(checkout: Checkout, tree: string): readonly string[] {
  const { status, stdout } = callGit(checkout, ['ls-tree', '--full-tree', tree])
  return status === 0
    ? stdout
        .toString()
        .split('\n')
        .filter(line => line !== '')
    : []
}

function blob(checkout: Checkout, text: string): string {
  return plumb(checkout, ['hash-object', '-w', '--stdin'], text)
}

function treeOf(checkout: Checkout, entries: readonly string[]): string {
  return plumb(checkout, ['mktree'], `${entries.join('\n')}\n`)
}

function plumb(checkout: Checkout, words: readonly string[], input = ''): string {
  const { status, stdout, stderr } = callGit(checkout, words, input)
  if (status !== 0) throw historyBroken(words, stderr)
  return stdout.toString().trim()
}

function failed(definition: CodeDefinition, stderr: string): Refusal {
  const { title, why } = definition
  const lines = stderr.split('\n').filter(line => line.trim() !== '')
  const shown = printable(lines.at(-1)?.slice(0, 200) ?? '')
  const message = { zh: `${title.zh}：${shown}`, en: `${title.en}: ${shown}` }
  return new Refusal(
    finding(definition, { machine: evidenceBranch }, { message, fix: { message: why } }),
    'environment',
  )
}
