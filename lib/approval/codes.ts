import type { CodeDefinition } from '../finding/finding.ts'

/** What stands between a change and its approval (TY44xx). */
export const approvalCodes = {
  refused: {
    code: 'TY4401',
    severity: 'error',
    title: { zh: '有权的人不同意', en: 'Somebody who has a say refuses' },
    why: {
      zh: '一人的不同意见，只有本人事后改为同意才消除；新的提交、他人代为撤销意见都不能消除。请按意见修改，再请其评审。',
      en: 'A refusal ends when whoever gave it approves: neither new commits nor a dismissal by somebody else end it. Mend what was objected to, and ask the same person again.',
    },
  },
  notOpen: {
    code: 'TY4402',
    severity: 'error',
    title: { zh: '合并请求不在待审状态', en: 'The change is not open for approval' },
    why: {
      zh: '草稿、已关闭或已合并的，不能审批：改为正式、重新打开之后的评审才算数；已合并的由 tenantry record 认定。',
      en: 'A draft, or a change that is closed or merged, is not approved: what counts are reviews given after it was made ready or opened again. What is merged is judged by the record.',
    },
  },
  pusherUnknown: {
    code: 'TY4403',
    severity: 'error',
    title: { zh: '不知道改动是谁提交的', en: 'It is not known who pushed the change' },
    why: {
      zh: '提交人不得审批自己的改动，故须知道分支上的每一次推送是谁所为。账号已注销、派生仓库已删除或平台没有推送记录的，请由在任的人另开合并请求。',
      en: 'Whoever pushed may not approve, so that every push has to be known. Where an account or a fork is gone, or the forge has no record of a push, somebody in office opens the change anew.',
    },
  },
  conflict: {
    code: 'TY4404',
    severity: 'error',
    title: { zh: '与目标分支冲突，合并结果无从得知', en: 'The change conflicts with the target branch' },
    why: {
      zh: '审批的是合并后的内容。请先把目标分支合并进来并解决冲突，再请评审。',
      en: 'What is approved is the result of the merge. Merge the target branch, resolve the conflict, and ask for reviews then.',
    },
  },
  objectMissing: {
    code: 'TY4405',
    severity: 'error',
    title: { zh: '本地没有合并请求的内容', en: 'The content of the change is not in this clone' },
    why: {
      zh: '看不到的内容不能认定已经批准。请先取来合并请求和目标分支的提交，再运行。',
      en: 'What cannot be seen is not approved. Fetch the commits of the change and of its target branch, then run again.',
    },
  },
  stepOpen: {
    code: 'TY4406',
    severity: 'error',
    title: { zh: '还有审批步骤未完成', en: 'A step of the approval is still open' },
    why: {
      zh: '各步依次办理，上一步办完之后的意见才算下一步的。请所列角色的人在平台上评审；没有人担任的，先在 catalogue/people.yaml 中写明。',
      en: 'Steps are taken in order, and an opinion counts for a step once the one before is full. Somebody in a role that is named reviews in the forge; where nobody holds it, catalogue/people.yaml has to say who does.',
    },
  },
  reviewVoid: {
    code: 'TY4407',
    severity: 'info',
    title: { zh: '有评审不算数', en: 'A review does not count' },
    why: {
      zh: '评审须由在任而未参与改动的人，在轮到该步时，对现在的内容作出；推送、换目标分支、改为正式、重新打开之前的同意都须重新作出。',
      en: 'A review counts when somebody in office who has no part in the change gives it in turn, on what the change is now. Approvals from before a forced push, another target branch, the end of a draft or a reopening are given again.',
    },
  },
  nobodyNamed: {
    code: 'TY4408',
    severity: 'error',
    title: { zh: '管理办法没有写明由谁审批', en: 'The regulation names nobody who approves this' },
    why: {
      zh: '没有审批步骤的改动不能视为无须审批。请主管部门在管理办法的配置（approvals）中写明；确属办法未规定的，写为主管部门的决定（decisions）。',
      en: 'A change for which no steps are named is not one that needs none. The authority names them under `approvals` of the profile; what the text leaves open is a decision of its own.',
    },
  },
  noPeople: {
    code: 'TY4409',
    severity: 'error',
    title: { zh: '目标分支没有人员表', en: 'The target branch says nothing of people' },
    why: {
      zh: '谁的账号、任何职，以目标分支上的 catalogue/people.yaml 为准；没有就不能认定任何评审。首份人员表由目标分支的管理员直接提交。',
      en: 'Whose account is whose, and who holds which office, stands in catalogue/people.yaml of the target branch: without it no review counts. Whoever administers the target branch commits the first one.',
    },
  },
  unreadable: {
    code: 'TY4410',
    severity: 'error',
    title: { zh: '合并结果中有读不懂的文件', en: 'A file cannot be understood once merged' },
    why: {
      zh: '读不懂的文件申请了什么无从得知。请运行 tenantry validate 并改正。',
      en: 'What such a file asks for is unknown. Run `tenantry validate` and mend what it finds.',
    },
  },
  refuserGone: {
    code: 'TY4411',
    severity: 'error',
    title: { zh: '不同意的账号已不存在', en: 'An account that refused is gone' },
    why: {
      zh: '不知道是谁不同意，就不知道该由谁收回。请由在任的人另开合并请求。',
      en: 'Nobody can say whose refusal it was, nor who may take it back. Somebody in office opens the change anew.',
    },
  },
  notThatTarget: {
    code: 'TY4412',
    severity: 'error',
    title: {
      zh: '不是这个仓库或目标分支的合并请求',
      en: 'The change is not one of this repository and branch',
    },
    why: {
      zh: '仓库的编号和目标分支以执行机的设置为准：同名的仓库可以另建，合并请求可以改换目标。请核对设置中的 repositoryId 和 target。',
      en: 'The runner’s settings pin the repository’s number and the target branch: another repository can take a name, and a change another target. Check `repositoryId` and `target` there.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
