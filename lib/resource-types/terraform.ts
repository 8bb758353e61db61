import type { ResourceType } from './resource-type.ts'

/** Terraform's own, which need no provider. */
export const terraformTypes = [
  {
    type: 'terraform_data',
    kind: 'note',
    name: { zh: '状态备注', en: 'note in the state' },
    written: { attributes: ['input'] },
    identity: { set: 'it stands in the state and in no cloud' },
    leftover: { not: 'it stands in the state and in no cloud' },
    protection: {
      needsEvent: false,
      why: {
        zh: '只存在于状态中；随之重建的资源另行判断',
        en: 'nothing of it is in a cloud, and what it has made anew is judged by itself',
      },
    },
  },
] as const satisfies readonly ResourceType[]
