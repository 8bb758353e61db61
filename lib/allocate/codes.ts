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
  lengthRefused: {
    code: 'TY3221',
    severity: 'error',
    title: {
      zh: '分区的地址池不提供这一前缀长度的网段。',
      en: 'No address pool of a zone gives networks of the prefix length asked for.',
    },
    why: {
      zh: '--prefix 须在地址池 prefixLength 的下限与上限之间；不写即用地址池的默认值。',
      en: "--prefix must lie within the bounds of a pool's prefixLength; without it the pool's default is used.",
    },
  },
  unseen: {
    code: 'TY3222',
    severity: 'error',
    title: {
      zh: '有清单无法读取，不能分配网段。',
      en: 'A manifest cannot be read, so that no network can be given.',
    },
    why: {
      zh: '分配的网段不得与任何清单中的网段重叠；先使该清单可读，或将其移走。',
      en: 'A network that is given may not overlap one in any manifest. Make the manifest readable first, or take it away.',
    },
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
