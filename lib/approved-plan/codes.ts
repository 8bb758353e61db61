import type { CodeDefinition } from '../finding/finding.ts'

/** TY651x: whether what is applied is what was agreed to. */
export const approvedPlanCodes = {
  planDiffers: {
    code: 'TY6510',
    severity: 'error',
    title: {
      zh: '现在的计划与所批准的不同',
      en: 'the plan is not the one that was approved',
    },
    why: {
      zh: '批准只及于当时的计划：其后清单、目录、云或者工具有变的，须重新评审。请查明各项差异的来由，用 tenantry plan --save-approval 另存计划，批准之后再交付。',
      en: 'An approval reaches as far as the plan that was shown: what has changed since in the manifests, the catalogue, the cloud or the tools has to be looked at again. Find out where each difference comes from, save the plan anew with `tenantry plan --save-approval`, and apply once that is approved.',
    },
  },
  planUnreadable: {
    code: 'TY6511',
    severity: 'error',
    title: {
      zh: '批准的计划文件无法使用',
      en: 'the file of the approved plan cannot be used',
    },
    why: {
      zh: '须是 tenantry plan --save-approval 写出的文件，原样未改。',
      en: 'It has to be a file that `tenantry plan --save-approval` has written, as it was written.',
    },
  },
  planNotSaved: {
    code: 'TY6512',
    severity: 'error',
    title: {
      zh: '有的栈未能计划，没有写出供批准的文件',
      en: 'a stack could not be planned, and no file to approve was written',
    },
    why: {
      zh: '供批准的计划须是完整的。请先解决所列失败，或者只选择能计划的栈。',
      en: 'What is approved has to be the whole plan. Mend what failed first, or select the stacks that can be planned.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
