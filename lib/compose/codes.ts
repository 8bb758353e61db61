import type { CodeDefinition } from '../finding/finding.ts'

export const codes = {
  misplaced: {
    code: 'TY2101',
    severity: 'error',
    title: {
      zh: '文件的标识与所在位置不一致。',
      en: 'The ids in a file do not agree with where it lies.',
    },
    why: {
      zh: '文件名、目录名就是标识：tenants/<地区>/<单位>/<系统>.yaml。改标识，或把文件移到对应的位置；移动等于删除后新建，先走完注销。',
      en: 'Names of files and folders are the ids: tenants/<jurisdiction>/<unit>/<system>.yaml. Change the id, or move the file; a move is a removal and a new request.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
