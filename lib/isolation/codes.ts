import type { CodeDefinition } from '../finding/finding.ts'

/** TY52xx: what the proof of isolation finds in all stacks together. Codes are never used again for another meaning. */
export const isolationCodes = {
  notUnderstood: {
    code: 'TY5201',
    severity: 'error',
    title: {
      zh: '隔离证明无法理解栈中的内容',
      en: 'The proof of isolation does not understand something in a stack',
    },
    why: {
      zh: '不理解的网络资源或者属性可能打开未经检查的通路；读不懂就不能证明。',
      en: 'A network resource or attribute of unknown meaning may open a way that nobody checks; what cannot be read is not proven.',
    },
  },
  networkShared: {
    code: 'TY5202',
    severity: 'error',
    title: {
      zh: '一个系统可以接入另一个系统的网络',
      en: 'A system may plug into the network of another',
    },
    why: {
      zh: '接入他人网络的端口使用自己的安全组和对方的地址，任何规则都挡不住。系统之间只应经由规则写明的通路互访。',
      en: 'A port in another’s network has its own security groups and the other’s addresses, and no rule holds it back. Systems reach each other only as their rules say.',
    },
    articles: ['XS-22.2'],
  },
} as const satisfies Readonly<Record<string, CodeDefinition>>
