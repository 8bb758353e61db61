import type { DriftKind } from '../drift-kind.ts'

export const role: DriftKind = {
  class: 'role',
  definition: {
    code: 'TY6602',
    severity: 'warning',
    title: {
      zh: '域、项目、用户组或者角色在云上被改动',
      en: 'A domain, project, group or role was changed in the cloud',
    },
    why: {
      zh: '谁能进入哪里由这些决定。改名、停用后，授予就落不到原处。请用 apply --all 恢复。',
      en: 'These decide who may enter where; renamed or disabled, they no longer carry what was granted. Put it back with `apply --all`.',
    },
  },
  openings: ['roles-granted', 'credentials-bounded'],
  breaches: [],
}
