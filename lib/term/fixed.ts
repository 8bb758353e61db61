import type { CentreRole, PlatformChange, PlatformZone } from '../../generated/types/platform.ts'
import type { Text } from '../finding/finding.ts'
import type { Catalogue } from '../model/model.ts'
import type { Opening } from '../network/exposure.ts'

/** What is asked for on which side of a system. */
export const directionTerms = {
  ingress: { zh: '入向', en: 'ingress' },
  egress: { zh: '出向', en: 'egress' },
  exchange: { zh: '跨区交换', en: 'exchange' },
} as const satisfies Readonly<Record<Opening['direction'], Text>>

/** The parts of the catalogue of which there is one. */
export const cataloguePartTerms = {
  platform: { zh: '平台', en: 'platform' },
  people: { zh: '审批人员', en: 'people who approve' },
  calendar: { zh: '工作日历', en: 'calendar' },
  owners: { zh: '文件审核人', en: 'reviewers of files' },
  units: { zh: '计量单位', en: 'units of measure' },
} as const satisfies Partial<Readonly<Record<keyof Catalogue, Text>>>

/** The services of a zone's cloud. */
export const apiTerms = {
  compute: { zh: '计算服务', en: 'compute service' },
  'block-storage': { zh: '块存储服务', en: 'block storage service' },
  network: { zh: '网络服务', en: 'network service' },
  'load-balancer': { zh: '负载均衡服务', en: 'load balancer service' },
  dns: { zh: '域名解析服务', en: 'name service' },
  'object-storage': { zh: '对象存储服务', en: 'object storage service' },
} as const satisfies Readonly<Record<PlatformZone['apis'][number], Text>>

/** What a centre of the platform is for. */
export const centreTerms = {
  production: { zh: '生产中心', en: 'production centre' },
  'local-recovery': { zh: '同城灾备中心', en: 'recovery centre in the same city' },
  'remote-recovery': { zh: '异地灾备中心', en: 'recovery centre in another city' },
} as const satisfies Readonly<Record<CentreRole, Text>>

/** What happens to a change of the platform, under every regulation. */
export const platformEventTerms = {
  'platform-change-submitted': { zh: '提交平台调整方案', en: 'change submitted' },
  'platform-change-approved': { zh: '平台调整审核通过', en: 'change approved' },
  'platform-change-refused': { zh: '平台调整未予通过', en: 'change refused' },
  'platform-change-notified': { zh: '通知平台调整', en: 'change notified' },
  'platform-change-done': { zh: '实施平台调整', en: 'change carried out' },
  'maintenance-requested': { zh: '申请中断服务的维护', en: 'maintenance requested' },
  'maintenance-approved': { zh: '批准中断服务的维护', en: 'maintenance approved' },
  'maintenance-started': { zh: '开始中断服务的维护', en: 'maintenance started' },
  'maintenance-done': { zh: '完成中断服务的维护', en: 'maintenance done' },
} as const satisfies Readonly<Record<PlatformChange['history'][number]['event'], Text>>
