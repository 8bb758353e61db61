import type { DriftKind } from '../drift-kind.ts'

export const network: DriftKind = {
  class: 'network',
  definition: {
    code: 'TY6603',
    severity: 'warning',
    title: {
      zh: '网络、子网或者路由器在云上被改动',
      en: 'A network, subnet or router was changed in the cloud',
    },
    why: {
      zh: '报文走哪条路由这些决定，证明隔离时也以此为据。请用 apply --all 恢复。',
      en: 'These decide which way packets take, and the proof of isolation goes by them. Put it back with `apply --all`.',
    },
  },
  openings: ['routes-absent'],
  breaches: ['addresses-granted'],
}
