import type { CodeDefinition } from './finding/finding.ts'

/**
 * Codes that nothing prints any more. They stay in the table, for old reports name them, and none is ever given another
 * meaning.
 */
export const retiredCodes: readonly CodeDefinition[] = [
  {
    code: 'TY3101',
    severity: 'error',
    title: { zh: '平台没有清单所写的分区。', en: 'The platform has no such zone.' },
    why: {
      zh: '已停用：由目录合成的格式现在先行指出同一问题，见 TY2022。',
      en: 'Retired: the schema composed from the catalogue now says the same earlier, as TY2022.',
    },
  },
  {
    code: 'TY3229',
    severity: 'error',
    title: {
      zh: '出口网络的类型与 VLAN 号不符。',
      en: 'The type of an egress network and its VLAN do not go together.',
    },
    why: {
      zh: '已停用：平台文件的校验先行指出同一问题，见 TY2202。',
      en: 'Retired: the check of the platform’s file says the same earlier, as TY2202.',
    },
  },
  {
    code: 'TY3413',
    severity: 'error',
    title: { zh: '平台没有登记所写的交换网关。', en: 'The platform has no such gateway.' },
    why: {
      zh: '已停用：由目录合成的格式现在先行指出同一问题，见 TY2026。',
      en: 'Retired: the schema composed from the catalogue now says the same earlier, as TY2026.',
    },
  },
  {
    code: 'TY9019',
    severity: 'error',
    title: { zh: '作比较的版本服务目录有误', en: 'the catalogue of the version to compare with is broken' },
    why: {
      zh: '已停用：改动现在按目标分支最近一个可读的提交核验，见 TY4022、TY4023。',
      en: 'Retired: a change is now judged by the newest commit of the target branch that can be read, as TY4022 and TY4023 tell.',
    },
  },
]
