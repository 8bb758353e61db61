import type { DriftKind } from '../drift-kind.ts'

export const exposure: DriftKind = {
  class: 'exposure',
  definition: {
    code: 'TY6604',
    severity: 'warning',
    title: { zh: '安全组或者其规则在云上被改动', en: 'A security group or a rule was changed in the cloud' },
    why: {
      zh: '开放的范围须与授予一致。请用 apply --all 恢复，或者先在清单中申请。',
      en: 'What is open has to be what was granted. Put it back with `apply --all`, or ask for it in the manifest first.',
    },
  },
  openings: ['openings-granted', 'ports-guarded'],
  breaches: [],
}
