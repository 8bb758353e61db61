import type { Text } from '../finding/finding.ts'
import type { Barrier } from './reachability.ts'

/** The outermost first. */
export const barriers: readonly Barrier[] = ['way', 'addresses', 'egress', 'ingress']

export const barrierNames: Readonly<Record<Barrier, Text>> = {
  way: { zh: '没有网络通路', en: 'no network joins them' },
  addresses: { zh: '没有同一版本的地址', en: 'no addresses of one IP version' },
  egress: { zh: '出方向规则不放行', en: 'no egress rule lets a packet out' },
  ingress: { zh: '入方向规则不放行', en: 'no ingress rule lets a packet in' },
}
