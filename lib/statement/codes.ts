import type { CodeDefinition } from '../finding/finding.ts'

/** What is wrong with a signed statement of review, or with signing one (TY444x, TY445x). */
export const statementCodes = {
  malformed: {
    code: 'TY4440',
    severity: 'warning',
    title: {
      zh: '读不懂的评审意见，未予采用',
      en: 'A statement of review cannot be understood, and was left out',
    },
    why: {
      zh: '文件不是 tenantry approve sign 所写，由更新的版本写成，或者文件名与内容的摘要不符。请从作出人处取回原件；不是意见的，移出该目录。',
      en: 'It was not written by `tenantry approve sign`, or by a newer version, or its name is not the digest of its text. Have it again from whoever gave it; move what is no statement out of the folder.',
    },
  },
  unsigned: {
    code: 'TY4441',
    severity: 'warning',
    title: {
      zh: '评审意见没有可用的签名，未予采用',
      en: 'A statement of review has no signature that counts',
    },
    why: {
      zh: '签名（.sig）缺失、不是 Ed25519，或是为别的用途（如提交、审批记录）作出的。请由本人用 tenantry approve sign 重新签署。',
      en: 'Its signature (.sig) is missing, of another kind of key than Ed25519, or made for something else such as a commit or a record. Its giver signs anew by `tenantry approve sign`.',
    },
  },
  altered: {
    code: 'TY4442',
    severity: 'warning',
    title: {
      zh: '评审意见在签名之后被改动，未予采用',
      en: 'A statement of review was altered after it was signed',
    },
    why: {
      zh: '内容与签名不符。请查明是谁改的，从作出人处取回原件，或由本人重新签署。',
      en: 'The signature is not one of this text. Find out who altered it, and have it again from whoever gave it, or signed anew.',
    },
  },
  signerUnknown: {
    code: 'TY4443',
    severity: 'warning',
    title: { zh: '签署意见的公钥不是本人的', en: 'A statement was signed by a key that is not its giver’s' },
    why: {
      zh: '目标分支的 catalogue/people.yaml 的 signers 中，须有该公钥和该人员编号（用途不是 recorder）。请由主管部门以一项改动补上，再由本人签署。',
      en: 'Under `signers` of catalogue/people.yaml on the target branch stand the key and the person’s number, with another use than `recorder`. The authority adds the row by a change, and the person signs then.',
    },
  },
  signerExpired: {
    code: 'TY4444',
    severity: 'warning',
    title: {
      zh: '签署意见之日公钥不在有效期内',
      en: 'A statement was signed when its key was not in its term',
    },
    why: {
      zh: '签署之日须在公钥的起止日期之内。请用现在有效的钥匙重新签署。',
      en: 'The day of the signature lies in the term of the key. Sign anew by a key that is valid now.',
    },
  },
  signerRevoked: {
    code: 'TY4445',
    severity: 'warning',
    title: { zh: '签署意见的公钥已作废', en: 'A statement was signed by a key that is revoked' },
    why: {
      zh: '签名上的时间由签署人自己写，故已作废的公钥所签、尚未记录的意见一律不算，不论写明哪一日。请用新的钥匙重新签署。',
      en: 'The day of a signature is its signer’s own word, so that what a revoked key has signed and nobody has recorded counts for nothing, whatever day it names. Sign anew by the new key.',
    },
  },
  elsewhere: {
    code: 'TY4446',
    severity: 'warning',
    title: {
      zh: '评审意见是对别的仓库、目标分支或合并请求作出的',
      en: 'A statement is of another repository, target branch or change',
    },
    why: {
      zh: '签名的意见只对其中写明的仓库、目标分支和合并请求有效，不能移用。请就这一项另行签署。',
      en: 'What was signed counts for the repository, target branch and change that it names, and is not carried over. Sign for this one.',
    },
  },
  future: {
    code: 'TY4447',
    severity: 'warning',
    title: { zh: '评审意见所写的时间尚未到', en: 'A statement is dated after today' },
    why: {
      zh: '签署意见的机器或认定审批的机器时钟不准。请校准时钟；意见须重新签署的，由本人签署。',
      en: 'The clock of the machine that signed, or of the one that decides, is wrong. Set it right; where it was the signer’s, sign anew.',
    },
  },
  otherTree: {
    code: 'TY4448',
    severity: 'warning',
    title: {
      zh: '评审意见所写的提交与所写的内容不符',
      en: 'A statement names a commit that does not make the content that it names',
    },
    why: {
      zh: '一份意见只对一个内容有效，而这份写了两个。请用 tenantry approve sign 重新签署。',
      en: 'A statement is of one content, and this one names two. Sign anew by `tenantry approve sign`.',
    },
  },
  repositoryUnknown: {
    code: 'TY4450',
    severity: 'error',
    title: { zh: '不知道是对哪个仓库签署', en: 'It is not known of which repository this is signed' },
    why: {
      zh: '意见须写明代码平台的地址、仓库编号和目标分支，以免移用。请用 --forge 写明执行机设置中的平台（不需要令牌，也不连接），或先取回分支 tenantry/evidence，由其中最新一份记录得知。',
      en: 'A statement names the forge’s address, the repository’s number and the target branch, so that nobody carries it over. Name a forge of the runner’s settings by --forge (it takes no token and asks nobody), or fetch the branch tenantry/evidence, whose newest record says it.',
    },
  },
  folderMissing: {
    code: 'TY4451',
    severity: 'error',
    title: { zh: '存放评审意见的目录读写不了', en: 'The folder of statements cannot be read or written' },
    why: {
      zh: '看不到意见就不能认定没有意见。请核对 --statements 或执行机设置中的 statements：须是已有的目录，且有权读写。',
      en: 'Where statements cannot be seen nobody can tell that there are none. Check --statements, or `statements` of the runner’s settings: a folder that is there, and that may be read and written.',
    },
  },
  cannotSign: {
    code: 'TY4452',
    severity: 'error',
    title: { zh: '无法签署评审意见', en: 'The statement cannot be signed' },
    why: {
      zh: '需要 ssh-keygen 和本人的 Ed25519 钥匙：用 --key 写明私钥（在代理中的写其公钥），或在 git 中设 gpg.format=ssh 和 user.signingKey。公钥须在目标分支的 catalogue/people.yaml 的 signers 中。',
      en: 'It takes ssh-keygen and an Ed25519 key of your own: name it by --key (its public part where an agent holds it), or set gpg.format=ssh and user.signingKey in git. Its public part stands under `signers` of catalogue/people.yaml on the target branch.',
    },
  },
  unconfirmed: {
    code: 'TY4453',
    severity: 'error',
    title: { zh: '未经确认，没有签署', en: 'It was not confirmed, and nothing was signed' },
    why: {
      zh: '在终端上看过所示内容后输入 yes；在脚本中加 --yes。',
      en: 'On a terminal, look at what is shown and answer yes; in a script, pass --yes.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
