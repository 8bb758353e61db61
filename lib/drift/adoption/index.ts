// Which drift a manifest can take over: what it has words for, and what no belief of the tool forbids in any manifest.
import type { Text } from '../../finding/finding.ts'
import type { Drift, DriftClass } from '../drift.ts'
import type { Adopter, Adoption, Around, NoAdoption } from './adoption.ts'
import { openingAdoption } from './opening.ts'
import { servicesAdoption } from './services.ts'

export type { Adoption, Around, ManifestChange, NoAdoption, SystemPlace } from './adoption.ts'
export { type ChangeRequest, requestOf } from './request.ts'

export function adoptionOf(drift: Drift, around: Around): Adoption | NoAdoption {
  if (drift.moved === 'repository') return { none: repositoryMoved }
  return adopters[drift.class](drift, around)
}

const repositoryMoved: Text = {
  zh: '清单改了，云没有动，没有可采纳的',
  en: 'the manifest has moved and the cloud has not: there is nothing to take over',
}

function never(zh: string, en: string): Adopter {
  return () => ({ none: { zh, en } })
}

const adopters: Readonly<Record<DriftClass, Adopter>> = {
  exposure: openingAdoption,
  quota: servicesAdoption,
  qos: servicesAdoption,
  rbac: never('清单没有共享给他人的写法', 'no manifest has words for sharing with others'),
  role: never(
    '角色由授予决定，清单不授予个人角色和凭据',
    'roles follow from the grant, and no manifest gives any to a person',
  ),
  network: never(
    '网段由 allocate 分配，路由由隔离要求决定，不随云上改动',
    'networks are given by `allocate` and routes follow from the isolation, not from a change in the cloud',
  ),
  zone: never(
    '分区共有的内容由服务目录规定，须办理平台变更',
    'what a zone has once is said by the service catalogue and changes by a platform change',
  ),
  vanished: never(
    '不再需要的，由使用单位提出变更或退出',
    'what is no longer needed ends by a change or an exit that the unit asks for',
  ),
  unmanaged: never('清单写的是服务，不是云上的单个资源', 'a manifest says services, not single objects'),
  leaked: never('没有可写入的清单', 'there is no manifest to write it into'),
}
