import type { CodeDefinition } from '../finding/finding.ts'

const exitArticles = ['NW-2.6', 'DT-16', 'XS-23', 'ZJ-12', 'JQ-10.2']

/** What is said of stacks that are to go, or should have gone. */
export const retirementCodes = {
  endedStands: {
    code: 'TY6306',
    severity: 'warning',
    title: {
      zh: '批复已经终止，而资源仍在',
      en: 'its grant has come to an end, and its resources still stand',
    },
    why: {
      zh: '使用单位的访问权限随任何一次交付收回；资源只有 tenantry apply --retire 才会删除，删除后不可恢复。请先用 tenantry plan --retire 查看将删除的内容，用 tenantry status --stacks 查看各栈的待办。',
      en: 'Every apply ends the access of the using unit. The resources go only by `tenantry apply --retire`, and for good: look first with `tenantry plan --retire` at what goes, and with `tenantry status --stacks` at what each stack waits for.',
    },
    articles: exitArticles,
  },
  stillGranted: {
    code: 'TY6407',
    severity: 'error',
    title: {
      zh: '系统的批复仍然有效，不得销毁',
      en: 'the grant of the system still holds, and it is not destroyed',
    },
    why: {
      zh: '请先办完所列退出环节并附齐材料，合并后执行 tenantry apply --retire。测试环境等确需直接销毁的，用 --without-papers 说明理由，执行记录中会写明。',
      en: 'Go through the steps of the exit that are listed, with their papers, and once they are merged run `tenantry apply --retire`. Where it has to go all the same, as in a lab, give the reason with --without-papers: the record of the run keeps it.',
    },
    articles: exitArticles,
  },
  endUnproven: {
    code: 'TY6408',
    severity: 'error',
    title: {
      zh: '数据仓库不能证明系统已经终止',
      en: 'the repository does not prove that the system has come to its end',
    },
    why: {
      zh: '误删清单的，请恢复；清单有误的，请改正。确应销毁的，用 --without-papers 说明理由，执行记录中会写明。',
      en: 'Bring the manifest back where it was removed by mistake, and mend what is wrong with it. Where the stack has to go all the same, give the reason with --without-papers: the record of the run keeps it.',
    },
    articles: exitArticles,
  },
  shrinkUnbacked: {
    code: 'TY6410',
    severity: 'error',
    title: {
      zh: '计划中的缩减没有批复依据',
      en: 'nothing that was granted backs the shrink that is planned',
    },
    why: {
      zh: '服务目录今天的交付内容少于批复当日，而历史中没有缩减的批复；已交付的资源保持不变。请由使用单位按变更流程申请、获批之后再缩减，或者恢复目录的交付内容。',
      en: 'The catalogue delivers less today than on the day of the grant, and no event of the history asked for less: what stands stays as it is. Have the using unit request the change, and shrink once it is approved, or restore what the item delivers.',
    },
    articles: ['NW-2.5', 'DT-15', 'XS-22.1', 'ZJ-11', 'JQ-10.2'],
  },
  papersWaived: {
    code: 'TY6409',
    severity: 'warning',
    title: {
      zh: '未经办完退出手续即予销毁',
      en: 'destroyed without the exit that the regulation asks for',
    },
    why: {
      zh: '理由和所涉的栈已写入执行记录。数据移交和清除的责任仍由有关各方承担。',
      en: 'The reason and the stacks are in the record of the run. Whoever owes the handover and the wiping of the data still owes it.',
    },
    articles: exitArticles,
  },
  reasonMissing: {
    code: 'TY6107',
    severity: 'error',
    title: { zh: '没有说明理由', en: 'no reason was given' },
    why: {
      zh: '--without-papers 之后须写明理由，它会留在执行记录中。',
      en: 'Write the reason after --without-papers: the record of the run keeps it.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
