import type { Drift, DriftClass } from '../../lib/drift/drift.ts'
import type { Text } from '../../lib/finding/finding.ts'

export const driftClassNames: Readonly<Record<DriftClass, Text>> = {
  exposure: { zh: '开放', en: 'exposure' },
  rbac: { zh: '使用权限', en: 'right of use' },
  role: { zh: '角色', en: 'role' },
  qos: { zh: '带宽', en: 'QoS' },
  network: { zh: '网络', en: 'network' },
  zone: { zh: '分区', en: 'zone' },
  quota: { zh: '配额', en: 'quota' },
  vanished: { zh: '消失', en: 'vanished' },
  unmanaged: { zh: '未登记', en: 'unmanaged' },
  leaked: { zh: '无清单', en: 'leaked' },
}

export const movedWords: Readonly<Record<Drift['moved'], Text>> = {
  cloud: { zh: '云上被改动', en: 'changed in the cloud' },
  repository: { zh: '清单已改，尚未交付', en: 'asked for otherwise by now, and not applied yet' },
}
