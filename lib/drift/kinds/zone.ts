import type { DriftKind } from '../drift-kind.ts'

export const zone: DriftKind = {
  class: 'zone',
  definition: {
    code: 'TY6607',
    severity: 'warning',
    title: {
      zh: '分区共有的规格、卷类型、主机聚合或者地址池在云上被改动',
      en: 'A flavor, volume type, aggregate or address pool of a zone was changed in the cloud',
    },
    why: {
      zh: '它们为分区内所有系统共用，须与服务目录一致。请用 apply --all 恢复该分区的平台栈。',
      en: 'All systems of a zone stand on these, and they have to be what the service catalogue says. Put the platform stack of the zone back with `apply --all`.',
    },
  },
  openings: ['zones-apart'],
  breaches: [],
}
