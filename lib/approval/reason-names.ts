import type { Text } from '../finding/finding.ts'
import type { IgnoredReason } from './review.ts'
import type { VoidReason } from './weigh.ts'

/** Why a review does not count, in words. */
export const reasonNames: Readonly<Record<IgnoredReason | VoidReason, Text>> = {
  comment: { zh: '只是意见，没有表示同意与否', en: 'a comment decides nothing' },
  dismissed: { zh: '已被撤销', en: 'it was dismissed' },
  bot: { zh: '不是人的账号', en: 'it is no person’s' },
  author: { zh: '本人参与了这项改动', en: 'its giver has a part in the change' },
  'other-content': { zh: '当时的内容与现在不同', en: 'it is of other content' },
  'no-role': { zh: '本人不任所需的职务', en: 'its giver holds no office that is asked for' },
  'no-role-then': { zh: '作出时本人尚不任该职', en: 'its giver did not hold the office then' },
  'conflicting-roles': {
    zh: '本人可任两步，两步都不算',
    en: 'its giver could fill two steps, and fills neither',
  },
  withdrawn: { zh: '本人事后改为不同意', en: 'its giver has refused since' },
  'out-of-turn': { zh: '还没有轮到，或已办完', en: 'it is not in turn' },
  'counted-already': { zh: '本人在这一步已算过', en: 'its giver counts in this step already' },
  'force-push': { zh: '之后分支被改写', en: 'the branch was rewritten after it' },
  retarget: { zh: '之后换了目标分支', en: 'the change got another target after it' },
  ready: { zh: '当时还是草稿', en: 'the change was a draft then' },
  reopen: { zh: '之后重新打开过', en: 'the change was opened again after it' },
  'after-merge': { zh: '合并之后才作出', en: 'it came after the merge' },
  unordered: { zh: '平台的经过中没有它，先后无从得知', en: 'the forge’s timeline has lost it' },
  'unknown-account': {
    zh: '当日的人员表中没有这个账号',
    en: 'the table of people has no such account on its day',
  },
  'no-content': { zh: '所评的提交本地没有，或与目标分支冲突', en: 'its commit is not here, or conflicts' },
}
