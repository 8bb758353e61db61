import type { DriftKind } from '../drift-kind.ts'

export const qos: DriftKind = {
  class: 'qos',
  definition: {
    code: 'TY6606',
    severity: 'warning',
    title: {
      zh: '带宽或者磁盘 QoS 在云上被改动',
      en: 'A limit of bandwidth or of disks was changed in the cloud',
    },
    why: {
      zh: '带宽是授予的一部分，磁盘 QoS 是服务目录的承诺。请用 apply --all 恢复。',
      en: 'Bandwidth is granted, and what disks do is promised in the service catalogue. Put it back with `apply --all`.',
    },
  },
  openings: ['uplinks-granted'],
  breaches: [],
}
