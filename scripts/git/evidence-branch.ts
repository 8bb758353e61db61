// The branch of evidence as git holds it.
import { codes as usage } from '../../lib/command-line/codes.ts'
import { evidenceCodes as codes, evidenceBranch, type StoredRecord } from '../../lib/evidence/index.ts'
import { type Finding, finding, type RecordPlace } from '../../lib/finding/finding.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { type Checkout, callGit } from './call.ts'
import { linesOf } from './lines.ts'
import { contentsOf } from './objects.ts'
import { isOnlyAppended } from './only-appended.ts'

/** Where the tool keeps what it has fetched of a forge, out of the way of branches. */
export const fetchedEvidence = 'refs/tenantry/evidence'
export const fetchedTarget = 'refs/tenantry/target'

/** Names under which the evidence of a clone may lie. */
const evidenceNames = [
  fetchedEvidence,
  `refs/remotes/origin/${evidenceBranch}`,
  `refs/heads/${evidenceBranch}`,
]

/** Brings the evidence where it is looked for. */
export const fetchEvidence = `git fetch origin ${evidenceBranch}:refs/remotes/origin/${evidenceBranch}`

/** The newest commit of the evidence in this clone; undefined where there is none. */
export function evidenceTip(checkout: Checkout, name?: string): string | undefined {
  return newestOf(checkout, name === undefined ? evidenceNames : [name])
}

const targetNames = [fetchedTarget, 'refs/remotes/origin/main', 'refs/heads/main']

/** The newest commit of the target branch that this clone knows of; undefined where it knows none. */
export function targetTip(checkout: Checkout): string | undefined {
  return newestOf(checkout, targetNames)
}

/** Of branches that have parted, the first that is named. */
function newestOf(checkout: Checkout, names: readonly string[]): string | undefined {
  const commits = names.flatMap(name => commitNamed(checkout, name) ?? [])
  return commits.reduce<string | undefined>(
    (newest, one) => (newest === undefined || isBehind(checkout, newest, one) ? one : newest),
    undefined,
  )
}

function isBehind(checkout: Checkout, commit: string, other: string): boolean {
  return commit !== other && callGit(checkout, ['merge-base', '--is-ancestor', commit, other]).status === 0
}

/** A clone without any evidence, for whoever needs some. */
export function noEvidence(name = evidenceBranch): Refusal {
  const message = {
    zh: `本地没有审批记录；请运行 ${fetchEvidence}`,
    en: `this clone has no evidence; run \`${fetchEvidence}\``,
  }
  return new Refusal(finding(usage.notInGit, { machine: name }, { message }), 'environment')
}

export function commitNamed(checkout: Checkout, name: string): string | undefined {
  const words = ['rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`]
  const { status, stdout } = callGit(checkout, words)
  return status === 0 ? stdout.toString().trim() : undefined
}

/** Every record of a commit of the branch with its signature, in the order of their numbers. */
export function recordsAt(checkout: Checkout, commit: string): readonly StoredRecord[] {
  const words = ['ls-tree', '-r', '-z', '--full-tree', commit]
  const entries = linesOf(checkout, words, '\0').flatMap(line => {
    const [, object, path] = /^100644 blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? []
    return object === undefined || path === undefined ? [] : [{ object, path }]
  })
  const texts = new Map<string, string>()
  for (const [{ path }, bytes] of contentsOf(checkout, entries))
    if (bytes !== undefined) texts.set(path, new TextDecoder().decode(bytes))
  return [...texts.keys()]
    .filter(path => path.endsWith('.json'))
    .sort()
    .map(path => ({ path, text: texts.get(path) ?? '', signature: texts.get(`${path}.sig`) }))
}

/** Commits of the branch that do anything but add one record with its signature. */
export function rewrites(checkout: Checkout, tip: string): readonly Finding<RecordPlace>[] {
  if (isOnlyAppended(checkout, tip)) return []
  const format = ['--format=%x00%H %P', '--name-status', '--no-renames', '--root']
  const commits = linesOf(checkout, ['log', ...format, tip], '\0')
  return commits.flatMap(entry => {
    const [names = '', ...changes] = entry.split('\n').filter(line => line !== '')
    const [commit = '', ...parents] = names.split(' ')
    const added = changes.map(line => /^A\t(\d{4}\/\d{6,}\.json)(\.sig)?$/.exec(line))
    const isOne =
      parents.filter(parent => parent !== '').length <= 1 &&
      added.length === 2 &&
      added[0] !== null &&
      added[0]?.[1] === added[1]?.[1]
    return isOne ? [] : [rewritten(commit)]
  })
}

function rewritten(commit: string): Finding<RecordPlace> {
  const { title, why } = codes.rewritten
  const short = commit.slice(0, 12)
  const message = { zh: `${title.zh}：提交 ${short}`, en: `${title.en}: commit ${short}` }
  return finding(codes.rewritten, { record: short }, { message, fix: { message: why } })
}
