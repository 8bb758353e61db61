import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'

/**
 * A regulation with a state of every sort: `approved` waits for its resources, `suspended` has none but gets them back
 * without a new grant, `recovered` only with one, `closing` and `gone` never again.
 */
export const regulation: JurisdictionProfile = {
  apiVersion: 'tenantry/v1',
  kind: 'Jurisdiction',
  metadata: { id: 'lantian', name: { zh: '蓝田', en: 'Lantian' } },
  regulation: { title: '蓝田办法', articles: 'LT' },
  roles: {},
  zones: {},
  lifecycle: {
    article: 'LT-1',
    initial: 'draft',
    states: {
      draft: { name: '拟申请', resources: 'none' },
      approved: { name: '已批准', resources: 'none' },
      trial: { name: '试用', resources: 'trial' },
      live: { name: '正式', resources: 'formal' },
      suspended: { name: '停用', resources: 'none' },
      recovered: { name: '已收回', resources: 'none' },
      closing: { name: '注销中', resources: 'none' },
      gone: { name: '已注销', resources: 'none' },
    },
    events: {
      submitted: { name: '申请', from: ['draft'], requests: true, article: 'LT-2' },
      approved: { name: '批准', from: ['draft'], to: 'approved', grants: 'required', article: 'LT-2' },
      tried: { name: '试用', from: ['approved'], to: 'trial', article: 'LT-3' },
      opened: { name: '开通', from: ['approved', 'trial'], to: 'live', grants: 'allowed', article: 'LT-3' },
      asked: { name: '变更申请', from: ['live'], requests: true, article: 'LT-4' },
      changed: {
        name: '变更',
        from: ['live'],
        grants: 'required',
        requests: false,
        settles: true,
        article: 'LT-4',
      },
      suspended: { name: '停用', from: ['live'], to: 'suspended', article: 'LT-5' },
      resumed: { name: '恢复', from: ['suspended'], to: 'live', article: 'LT-5' },
      recovered: { name: '收回', from: ['live'], to: 'recovered', article: 'LT-6' },
      regranted: { name: '再授予', from: ['recovered'], to: 'live', grants: 'required', article: 'LT-6' },
      noted: { name: '备注', from: ['live', 'gone'], article: 'LT-7' },
      closed: { name: '注销', from: ['live', 'recovered'], to: 'closing', article: 'LT-8' },
      ended: { name: '终止', from: ['closing'], to: 'gone', article: 'LT-8' },
    },
  },
}

/** An event that grants so many of an item in the internet zone. */
export function granting(event: string, on: string, quantity = 1): HistoryEvent {
  return { event, on, grants: { internet: { services: [{ item: 'a', quantity }] } } }
}
