import type { DriftKind } from '../drift-kind.ts'

export const rbac: DriftKind = {
  class: 'rbac',
  definition: {
    code: 'TY6605',
    severity: 'warning',
    title: {
      zh: '使用权限（RBAC 策略、规格或卷类型的授权）在云上被改动',
      en: 'A right of use (RBAC policy, access to a flavor or volume type) was changed in the cloud',
    },
    why: {
      zh: '项目能使用谁的网络、规格和卷类型须与授予一致。请用 apply --all 恢复。',
      en: 'Whose networks, flavors and volume types a project may use has to be what was granted. Put it back with `apply --all`.',
    },
  },
  openings: ['networks-unshared', 'pools-dedicated'],
  breaches: [],
}
