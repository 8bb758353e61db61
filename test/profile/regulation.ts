import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { SystemManifest } from '../../generated/types/system.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { type ModelParts, modelOf, system } from '../desired-state/model.ts'

/** A regulation with requests, grants, an emergency and an exit, and nothing asked for at any of them. */
export const regulation: JurisdictionProfile = {
  apiVersion: 'tenantry/v1',
  kind: 'Jurisdiction',
  metadata: { id: 'lantian', name: { zh: '蓝田', en: 'Lantian' } },
  regulation: { title: '蓝田办法', articles: 'LT' },
  roles: {
    unit: { name: '用云单位', article: 'LT-1' },
    office: { name: '主管部门', article: 'LT-1' },
  },
  zones: {},
  lifecycle: {
    article: 'LT-2',
    initial: 'draft',
    states: {
      draft: { name: '拟申请', resources: 'none' },
      submitted: { name: '已申请', resources: 'none' },
      live: { name: '运行', resources: 'formal' },
      changing: { name: '变更中', resources: 'formal' },
      gone: { name: '已退出', resources: 'none' },
    },
    events: {
      submitted: {
        name: '申请',
        from: ['draft'],
        to: 'submitted',
        article: 'LT-3',
        actor: 'unit',
        requests: true,
      },
      refused: { name: '退回', from: ['submitted'], to: 'draft', article: 'LT-3', actor: 'office' },
      approved: {
        name: '批准',
        from: ['submitted'],
        to: 'live',
        grants: 'required',
        article: 'LT-4',
        actor: 'office',
      },
      'change-submitted': {
        name: '申请变更',
        from: ['live'],
        to: 'changing',
        article: 'LT-5',
        actor: 'unit',
        requests: true,
      },
      'change-approved': {
        name: '批准变更',
        from: ['changing'],
        to: 'live',
        grants: 'required',
        article: 'LT-5',
        actor: 'office',
      },
      'papers-completed': { name: '补齐手续', from: ['live'], article: 'LT-6' },
      closed: { name: '退出', from: ['live'], to: 'gone', article: 'LT-7', actor: 'stranger' },
    },
  },
}

export const address = 'lantian/zhengban/menhu'

/** One system by itself, in a model of that system alone. */
export function single(
  members: Partial<SystemManifest>,
  parts: Omit<ModelParts, 'systems'> = {},
): { readonly model: Model; readonly system: System } {
  const model = modelOf({ ...parts, systems: [system(address, members)] })
  const [only] = model.systems
  if (only === undefined) throw new Error('no system')
  return { model, system: only }
}
