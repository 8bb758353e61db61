import type { ApprovalStep } from '../../generated/types/approval.ts'
import type { Asked } from '../../lib/approval/index.ts'

/** One approval by the authority. */
export const step: ApprovalStep = { id: 'approve', name: '批复', roles: ['authority'], article: 'NW-2.2' }

/** A request that takes it. */
export const asked: Asked = {
  jurisdiction: 'ningwu',
  unit: 'jiaoyuju',
  file: 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml',
  system: 'ningwu/jiaoyuju/xueji-guanli',
  kind: 'request',
  steps: [step],
  article: 'NW-2.2',
}
