import type { DriftKind } from '../drift-kind.ts'

export const quota: DriftKind = {
  class: 'quota',
  definition: {
    code: 'TY6601',
    severity: 'warning',
    title: { zh: '配额在云上被改动', en: 'A quota was changed in the cloud' },
    why: {
      zh: '配额就是授予的数量：调高的多出未经批准的资源，调低的使单位用不到获批的资源。请用 apply --all 恢复，或者先在清单中申请。',
      en: 'A quota is what was granted: a higher one gives what nobody approved, a lower one keeps the unit from what was. Put it back with `apply --all`, or ask for it in the manifest first.',
    },
  },
  openings: [],
  breaches: [],
}
