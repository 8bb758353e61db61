import {
  type CodeDefinition,
  type Finding,
  finding,
  type ReviewPlace,
  type Text,
} from '../finding/finding.ts'
import { printable } from '../finding/printable.ts'
import type { ChangeFacts } from '../forge/facts.ts'
import { approvalCodes as codes } from './codes.ts'

/** Which changes may be approved at all: what the runner's settings pin. */
export interface Pinned {
  /** The forge's address. */
  readonly forge: string
  /** The repository's own number: its name can come to belong to another. */
  readonly repository: number
  readonly target: string
}

/**
 * Why no review of a change can approve it, whatever it says.
 *
 * @param isMerged of a change that was merged, whether a commit is what was merged; without it the change has to be open
 */
export function objectionsTo(
  facts: ChangeFacts,
  pinned: Pinned,
  isMerged?: (commit: string) => boolean,
): readonly Finding<ReviewPlace>[] {
  const at = (review?: string): ReviewPlace => ({
    forge: pinned.forge,
    change: `${facts.number}`,
    ...(review === undefined ? {} : { review }),
  })
  const object = (definition: CodeDefinition, message: Text, review?: string) =>
    finding(definition, at(review), { message, fix: { message: definition.why } })
  const found: Finding<ReviewPlace>[] = []
  if (facts.repository !== pinned.repository || facts.target !== pinned.target)
    found.push(object(codes.notThatTarget, elsewhere(facts, pinned)))
  if (isMerged === undefined && (facts.state !== 'open' || facts.isDraft))
    found.push(object(codes.notOpen, closed(facts)))
  // The head of a merged change follows later pushes.
  const unknown = pusherUnknown(facts, isMerged ?? (commit => commit === facts.head))
  if (unknown !== undefined) found.push(object(codes.pusherUnknown, unknown))
  for (const { id, account, state } of facts.reviews)
    if (account === undefined && (state === 'refuse' || state === 'dismissed-refusal'))
      found.push(object(codes.refuserGone, gone(id), id))
  return found
}

function elsewhere({ repository, target }: ChangeFacts, pinned: Pinned): Text {
  const shown = printable(target)
  return {
    zh: `合并请求属于仓库 ${repository}、目标 ${shown}，应为 ${pinned.repository}、${pinned.target}`,
    en: `the change is one of repository ${repository} into ${shown}, not of ${pinned.repository} into ${pinned.target}`,
  }
}

function closed({ state, isDraft }: ChangeFacts): Text {
  if (state === 'open' && isDraft) return { zh: '合并请求还是草稿', en: 'the change is a draft' }
  return state === 'merged'
    ? { zh: '合并请求已合并', en: 'the change is merged' }
    : { zh: '合并请求已关闭', en: 'the change is closed' }
}

/** The opener, and every push; the last of them has to have made the branch what it is. */
function pusherUnknown(
  { opener, pushes, head }: ChangeFacts,
  isPushed: (commit: string) => boolean,
): Text | undefined {
  if (opener === undefined)
    return { zh: '提出合并请求的账号已不存在', en: 'the account that opened the change is gone' }
  if (pushes.some(({ account }) => account === undefined))
    return { zh: '推送过的账号已不存在', en: 'an account that has pushed is gone' }
  if (pushes.some(push => isPushed(push.head))) return undefined
  return {
    zh: `平台没有 ${head.slice(0, 12)} 的推送记录`,
    en: `the forge has no record of who pushed ${head.slice(0, 12)}`,
  }
}

function gone(review: string): Text {
  return {
    zh: `评审 ${review} 不同意，其账号已不存在`,
    en: `review ${review} refuses, and its account is gone`,
  }
}
