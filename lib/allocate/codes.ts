import type { CodeDefinition } from '../finding/finding.ts'

export const codes = {
  exhausted: {
    code: 'TY3220',
    severity: 'error',
    title: {
      zh: '分区的地址池已没有可分配的网段。',
      en: 'The address pools of a zone have no free network left.',
    },
    why: {
      zh: '按所需的前缀长度找不到空闲网段；在 platform.yaml 中增加地址池，或用 --prefix 申请较小的网段。',
      en: 'No free block of the prefix length was found. Add an address pool to platform.yaml, or ask for a smaller network with --prefix.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
