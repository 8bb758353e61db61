import type { Text } from '../finding/finding.ts'
import type { IgnoredReason } from './review.ts'
import type { VoidReason, VoidStatement } from './void.ts'

/** Why a review does not count, in words. */
export const reasonNames: Readonly<Record<IgnoredReason | VoidReason | VoidStatement, Text>> = {
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
  'not-signed': {
    zh: '本步须本人签名（tenantry approve sign）',
    en: 'the step takes a signature of its giver’s own (`tenantry approve sign`)',
  },
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
  malformed: { zh: '不是本工具所写的评审意见', en: 'it is no statement as the tool writes them' },
  unsigned: { zh: '没有评审用的签名', en: 'it has no signature made for reviews' },
  altered: { zh: '签名之后被改动', en: 'it was altered after it was signed' },
  'signer-unknown': {
    zh: '所用公钥不是人员表中本人的',
    en: 'the table of people has its key as nobody’s of that number',
  },
  'signer-expired': { zh: '签署之日公钥不在有效期内', en: 'its key was not in its term on its day' },
  'signer-revoked': { zh: '公钥已作废', en: 'its key is revoked' },
  'other-repository': { zh: '是对另一个仓库作出的', en: 'it is of another repository' },
  'other-target': { zh: '是对另一个目标分支作出的', en: 'it is of another target branch' },
  'other-change': { zh: '是对另一项合并请求作出的', en: 'it is of another change' },
  future: { zh: '所写的时间在认定之日以后', en: 'it is dated after the day of the decision' },
  'other-tree': {
    zh: '所写的提交合并后不是所写的内容',
    en: 'its commit does not make the content that it names',
  },
}
