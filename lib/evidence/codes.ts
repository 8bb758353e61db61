import type { CodeDefinition } from '../finding/finding.ts'

/** What is wrong with evidence, or its writing (TY45xx). */
export const evidenceCodes = {
  edited: {
    code: 'TY4501',
    severity: 'error',
    title: { zh: '审批记录被改动', en: 'A record was edited' },
    why: {
      zh: '记录的内容与其签名，或与后一份记录所记的摘要不符。请从备份或平台的分支恢复原文，并查明是谁改的。',
      en: 'Its text is not what was signed, or not what the next record has the digest of. Restore it from a backup or the forge’s branch, and find out who changed it.',
    },
  },
  gap: {
    code: 'TY4502',
    severity: 'error',
    title: { zh: '审批记录缺号', en: 'A record is missing' },
    why: {
      zh: '编号自 1 起连续。缺少的记录可能被删去；请从备份或平台的分支恢复。',
      en: 'Numbers run from 1 without a gap. The record may have been removed: restore it from a backup or the forge’s branch.',
    },
  },
  disordered: {
    code: 'TY4503',
    severity: 'error',
    title: { zh: '审批记录的次序被改', en: 'Records are out of order' },
    why: {
      zh: '后一份记录接在前一份之后：时间不倒退，所涉的提交首尾相接。请恢复原来的分支。',
      en: 'A record follows the one before: time does not go back, and the stretches of the branch lie end to end. Restore the branch as it was.',
    },
  },
  truncated: {
    code: 'TY4504',
    severity: 'error',
    title: { zh: '审批记录的末尾被截去', en: 'Records at the end were cut off' },
    why: {
      zh: '别处留存的最新编号和摘要（--anchor）在分支上找不到。只有别处的留存能发现截尾：请把它同交付记录、标签对照，恢复原来的分支。',
      en: 'The newest number and digest that were kept elsewhere (--anchor) are not on the branch. Only what was kept elsewhere shows that: compare it with outputs of deliveries and tags, and restore the branch.',
    },
  },
  rewritten: {
    code: 'TY4505',
    severity: 'error',
    title: { zh: '审批记录的分支被改写', en: 'The branch of the records was rewritten' },
    why: {
      zh: '每次提交只新增一份记录及其签名，从不改动已有的文件。请保护该分支，从备份恢复。',
      en: 'Each commit of it adds one record with its signature and touches nothing else. Protect the branch, and restore it from a backup.',
    },
  },
  unsigned: {
    code: 'TY4506',
    severity: 'error',
    title: { zh: '审批记录没有可用的签名', en: 'A record has no signature that counts' },
    why: {
      zh: '签名缺失、不是 Ed25519、用途不同，或与内容不符。请从备份恢复；记录程序须用 Ed25519 钥匙。',
      en: 'It is missing, of another kind of key than Ed25519, made for something else, or of another text. Restore the record from a backup; the recorder signs with an Ed25519 key.',
    },
  },
  signerUnknown: {
    code: 'TY4507',
    severity: 'error',
    title: { zh: '签署审批记录的钥匙不在人员表中', en: 'The key of a record is not one of the recorder’s' },
    why: {
      zh: '签署记录的公钥须写在 catalogue/people.yaml 的 signers 中，用途为 recorder。',
      en: 'Keys that sign records stand under `signers` of catalogue/people.yaml, with `use: recorder`.',
    },
  },
  signerExpired: {
    code: 'TY4508',
    severity: 'error',
    title: { zh: '签署审批记录时钥匙不在有效期内', en: 'The key of a record was not valid on its day' },
    why: {
      zh: '签署之日须在公钥的起止日期之内。换钥匙的，起止日期应当相接。',
      en: 'The day of the signature lies in the term of the key. When keys change, their terms follow each other.',
    },
  },
  signerRevoked: {
    code: 'TY4509',
    severity: 'error',
    title: { zh: '签署审批记录的钥匙当时已作废', en: 'The key of a record was revoked by then' },
    why: {
      zh: '自作废之日（revoked）起的签名都不算数。请查明这些记录是谁写的，重新记录。',
      en: 'Signatures from the day of revocation on count for nothing. Find out who wrote these records, and record anew.',
    },
  },
  malformed: {
    code: 'TY4510',
    severity: 'error',
    title: { zh: '审批记录读不懂', en: 'A record cannot be understood' },
    why: {
      zh: '记录不是本工具所写的形式，或由更新的版本写成。请用较新的版本，或从备份恢复。',
      en: 'It is not as the tool writes it, or of a newer version. Use a newer version of the tool, or restore it from a backup.',
    },
  },
  commitMissing: {
    code: 'TY4511',
    severity: 'error',
    title: { zh: '审批记录所指的提交不在仓库中', en: 'A record is of a commit that is not there' },
    why: {
      zh: '提交不在目标分支上，或内容（树）与记录不符：目标分支可能被改写，或者克隆不完整。请取回全部历史再核对。',
      en: 'The commit is not on the target branch, or its content (tree) is another: the branch may have been rewritten, or the clone is not whole. Fetch all of the history and verify again.',
    },
  },
  unrecorded: {
    code: 'TY4512',
    severity: 'warning',
    title: { zh: '目标分支上有尚未记录的提交', en: 'The target branch has commits without a record' },
    why: {
      zh: '已合并而未记录的，不算已批准：运行 tenantry record。',
      en: 'What is merged and not recorded is not approved: run `tenantry record`.',
    },
  },
  unapproved: {
    code: 'TY4513',
    severity: 'warning',
    title: {
      zh: '未经批准进入目标分支的改动',
      en: 'A change came to the target branch without its approval',
    },
    why: {
      zh: '记录照实写明：直接推送、管理员强行合并、批准之后又有推送等。请由有权的人另以一项改动追认（catalogue/ratifications）或恢复原内容。',
      en: 'The record says so as it was: a direct push, a forced merge, a push after the approval. Somebody entitled ratifies it (catalogue/ratifications) or restores what was there, by a change of its own.',
    },
  },
  unreadable: {
    code: 'TY4514',
    severity: 'error',
    title: { zh: '以审批记录为准，而审批记录取不到', en: 'Evidence decides, and it cannot be read' },
    why: {
      zh: '没有审批记录就无从知道批准了什么。按所示命令取回分支 tenantry/evidence 和目标分支，或用 --evidence 指定；尚未写过的，先由 tenantry record 写下第一份。',
      en: 'Without it nobody knows what was approved. Fetch the branch tenantry/evidence and the target branch by the command shown, or name where it is with --evidence; where there is none yet, `tenantry record` writes the first.',
    },
  },
  waiting: {
    code: 'TY4515',
    severity: 'error',
    title: {
      zh: '没有审批记录的内容，暂不执行',
      en: 'What no record approves waits, and is not applied',
    },
    why: {
      zh: '没有审批记录的改动不算已批准。合并之后运行 tenantry record，取回分支 tenantry/evidence 再执行；其他栈可用选择符单独执行。',
      en: 'A change without a record is not approved. Run `tenantry record` after the merge, fetch the branch tenantry/evidence, and apply again; other stacks can be named by selectors.',
    },
  },
  notBacked: {
    code: 'TY4516',
    severity: 'error',
    title: {
      zh: '未经批准进入目标分支的内容，不予执行',
      en: 'What came to the target branch without its approval is not applied',
    },
    why: {
      zh: '记录写明它绕过了审批：直接推送、强行合并、批准之后又有推送等。请以一项改动恢复原内容，再照常申请；或者由有权而未参与的人追认：在 catalogue/ratifications/<编号>.yaml 中写明这份记录的编号、摘要、理由和依据，见 docs/guide.zh.md“追认”。其他栈可用选择符单独执行。',
      en: 'Its record says that it went round the approval: a direct push, a forced merge, a push after the approval. Restore what was there by a change of its own and request it anew; or have it ratified by somebody entitled who had no part in it: a change that adds catalogue/ratifications/<number>.yaml with number and digest of the record, reason and paper. Other stacks can be named by selectors.',
    },
  },
  ratificationMisfit: {
    code: 'TY4517',
    severity: 'error',
    title: {
      zh: '追认所指的审批记录对不上',
      en: 'A ratification names a record that there is not',
    },
    why: {
      zh: '编号须是已有的记录，摘要须与该记录一致：追认只对评审者所见的那一份有效。先取回分支 tenantry/evidence，再运行 tenantry new ratification 编号，由它写入两者。',
      en: 'The number is that of a record that is there, and the digest its own: a ratification is of the one record that its reviewers looked at. Fetch the branch tenantry/evidence, and have `tenantry new ratification NUMBER` write both.',
    },
  },
  ratificationNeedless: {
    code: 'TY4518',
    severity: 'error',
    title: { zh: '所追认的记录无须追认', en: 'The record that is ratified needs no ratification' },
    why: {
      zh: '该记录本已批准，或者已由另一份记录追认：一份记录只追认一次。请删去该文件，或恢复原内容。',
      en: 'It was approved, or is ratified already by another record: one record is ratified once. Take the file out again, or restore what it said.',
    },
  },
  ratificationMixed: {
    code: 'TY4519',
    severity: 'error',
    title: { zh: '追认与其他改动混在一起', en: 'A ratification comes together with other changes' },
    why: {
      zh: '追认须单独成一项改动，只含 catalogue/ratifications 下的文件：同意追认的人不应连带同意别的内容。请把其他改动移到另一项合并请求。',
      en: 'It is a change of its own, of files of catalogue/ratifications alone: whoever agrees to it agrees to nothing else. Move the rest to another change.',
    },
  },
  bringerUnstated: {
    code: 'TY4524',
    severity: 'error',
    title: {
      zh: '追认没有写明改动由谁带入',
      en: 'A ratification does not say who brought what it ratifies',
    },
    why: {
      zh: '带入改动的人不得追认。直接推送、账号已注销的，记录中没有其人：请查明，把人员编号写在 broughtBy。',
      en: 'Whoever brought a change does not ratify it. Of a direct push, or of an account that is gone, the record knows nobody: find out, and write the person’s number under `broughtBy`.',
    },
  },
  ratifiedUnreadable: {
    code: 'TY4525',
    severity: 'error',
    title: {
      zh: '所追认的内容读不懂，无从知道应由谁批准',
      en: 'What is ratified cannot be understood, so that nobody knows who has to approve it',
    },
    why: {
      zh: '读不懂的内容不能追认：请以另一项改动恢复原内容，再照常申请。',
      en: 'It cannot be ratified. Restore what was there by a change of its own, and request it anew.',
    },
  },
  groundNotBacked: {
    code: 'TY4526',
    severity: 'error',
    title: {
      zh: '审批所依的人员表或管理办法未经批准',
      en: 'The people or regulation that decide came past the approval themselves',
    },
    why: {
      zh: '绕过审批改动的人员表和管理办法不能用来认定别的审批：请先恢复原内容，或单独追认这份记录（由此前的人员表认人），再办其他改动。',
      en: 'What was changed past the policy decides on nothing else. Restore it first, or ratify its record by a change of its own, which the people from before it decide on.',
    },
  },
  ratifiesInVain: {
    code: 'TY4527',
    severity: 'error',
    title: { zh: '审批记录追认了不能追认的记录', en: 'A record ratifies what it cannot' },
    why: {
      zh: '只有已批准的记录可以追认，且只追认在它之前、未经批准、尚未追认的记录。这样的追认不算数；请查明记录程序为何这样写。',
      en: 'Only a record that is approved ratifies, and only an earlier one that is unapproved and not ratified yet. It counts for nothing: find out why the recorder wrote it.',
    },
  },
  contradicted: {
    code: 'TY4528',
    severity: 'error',
    title: {
      zh: '审批记录与其所据的评审不符',
      en: 'A record says otherwise than the reviews that it rests on',
    },
    why: {
      zh: '按记录中的评审、当时目标分支的人员表和管理办法重新判定，结论、审批人或授予不同。签名有效也不算数：请查明记录程序的钥匙由谁使用，作废钥匙，恢复原来的分支。',
      en: 'Decided again from the reviews that it keeps, by the people and regulations of its base, the verdict, the people or the grant are others. A signature that counts does not help it: find out who has used the recorder’s key, revoke that, and restore the branch.',
    },
  },
  undecidable: {
    code: 'TY4529',
    severity: 'warning',
    title: {
      zh: '有审批记录不能重新判定',
      en: 'Some records cannot be decided again',
    },
    why: {
      zh: '旧形式的记录没有写下所评审的内容，而所评审的提交已不在仓库中（压缩合并、变基之后常见），或者起止提交不在。这些记录只核对了形式、次序和签名。',
      en: 'Records of an older form do not keep what was reviewed, and the commits are no longer here, as after a squash or rebase; or a commit that the record is of is missing. Of these the form, the order and the signature were verified, and no more.',
    },
  },
  ruledOtherwise: {
    code: 'TY4531',
    severity: 'warning',
    title: {
      zh: '其他版本写成的审批记录，按本版本的规则本不得批准',
      en: 'Records of another version approve what the rules of this one refuse',
    },
    why: {
      zh: '记录写明由其他版本的工具写成，而写明什么由写记录的人选择。规则可能在其间改过；请用所写的版本运行 tenantry audit verify，仍有异议的，查明是谁写的。',
      en: 'They name another version of the tool, and whoever writes a record chooses what it names. The rules may have changed in between: run `tenantry audit verify` with the version that is named, and where that objects too, find out who wrote the record.',
    },
  },
  versionSetBack: {
    code: 'TY4532',
    severity: 'warning',
    title: {
      zh: '审批记录所写的工具版本倒退',
      en: 'The version of the tool goes back from one record to the next',
    },
    why: {
      zh: '写明旧版本，即可不受新版本规则的核对。请查明当时记录程序是否真的换回了旧版本；--anchor 所留编号及以前的不再报出。',
      en: 'Whoever names an older version escapes the rules of the newer one. Find out whether the recorder really went back to it; what lies up to the number of an --anchor is not told again.',
    },
  },
  racing: {
    code: 'TY4520',
    severity: 'error',
    title: {
      zh: '审批记录的分支一直被他人写入',
      en: 'Somebody else goes on writing to the branch of the records',
    },
    why: {
      zh: '每次写入前都被他人抢先，已重试数次。没有记录丢失；请稍后再运行。',
      en: 'Another recorder was first every time, several times over. No record is lost; run again later.',
    },
  },
  notWritten: {
    code: 'TY4521',
    severity: 'error',
    title: { zh: '审批记录写不进平台', en: 'The record could not be written to the forge' },
    why: {
      zh: '请核对令牌是否可写仓库、分支 tenantry/evidence 的保护是否允许记录程序推送。',
      en: 'Check that the token may write to the repository, and that the protection of the branch tenantry/evidence lets the recorder push.',
    },
  },
  notFetched: {
    code: 'TY4530',
    severity: 'error',
    title: {
      zh: '取不到平台上的目标分支或审批记录',
      en: 'The target branch or the evidence cannot be fetched from the forge',
    },
    why: {
      zh: '请核对执行机设置（runner.yaml）中的 address、repository 和 target，以及令牌是否可读仓库；tenantry doctor 查看本机是否齐备。',
      en: 'Check `address`, `repository` and `target` of the runner’s settings, and that the token may read the repository; `tenantry doctor` looks at this machine.',
    },
  },
  cannotSign: {
    code: 'TY4522',
    severity: 'error',
    title: { zh: '无法签署审批记录', en: 'The record cannot be signed' },
    why: {
      zh: '需要 ssh-keygen 和一把 Ed25519 私钥（--key），其公钥写在 catalogue/people.yaml 中，用途为 recorder。',
      en: 'It takes ssh-keygen and an Ed25519 key (--key) whose public part stands in catalogue/people.yaml with `use: recorder`.',
    },
  },
  notFollowing: {
    code: 'TY4523',
    severity: 'error',
    title: {
      zh: '这份记录写了也不算数，没有写',
      en: 'The record would count for nothing, and was not written',
    },
    why: {
      zh: '签署用的钥匙（--key）须在目标分支的 catalogue/people.yaml 中，用途为 recorder 且在有效期内；执行机的时钟、仓库和目标分支须与此前的记录一致。改正后再运行。',
      en: 'The key (--key) stands in catalogue/people.yaml of the target branch with `use: recorder` and is in its term; the clock of the machine, the repository and the target branch agree with the records before. Set that right, and run again.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
