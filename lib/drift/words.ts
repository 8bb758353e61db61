import type { Text } from '../finding/finding.ts'
import type { Drift, DriftClass } from './drift.ts'

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

export const headings = {
  openings: { zh: '警报：打开了没有授予的访问', en: 'ALARM: something is open that nobody was granted' },
  others: { zh: '不一致', en: 'differs' },
} as const satisfies Readonly<Record<string, Text>>

/** How many there are, in which zones. */
export function sumOf(drifts: readonly Drift[], zones: readonly string[]): Text {
  const looked = { zh: zones.join('、'), en: zones.join(', ') }
  if (drifts.length === 0)
    return {
      zh: `分区 ${looked.zh}：清单、状态和云一致`,
      en: `zones ${looked.en}: manifests, states and clouds are of one mind`,
    }
  const openings = drifts.filter(({ opens }) => opens).length
  const others = drifts.length - openings
  return {
    zh: `分区 ${looked.zh}：警报 ${openings} 处，其他不一致 ${others} 处`,
    en: `zones ${looked.en}: ${openings} ${openings === 1 ? 'alarm' : 'alarms'}, ${others} other ${others === 1 ? 'difference' : 'differences'}`,
  }
}
