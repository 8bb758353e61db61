import type { DataPath, Text } from '../../finding/finding.ts'
import type { Model } from '../../model/model.ts'
import { departuresIn } from '../meaning/departures.ts'
import { named } from '../meaning/named.ts'
import { platformMeaning } from '../meaning/platform.ts'
import type { ChangeRule } from '../rule.ts'
import { usedGatewaysOf, usedSitesOf, usedZonesOf } from '../used.ts'

export const platformStays: ChangeRule = {
  code: 'TY4019',
  severity: 'error',
  title: {
    zh: '平台中已有系统所依的内容不得就地改写',
    en: 'What systems rest on in the platform is not rewritten in place',
  },
  why: {
    zh: '地址池、出口、网关、状态后端等一改，已授予的系统就不再是所批准的样子，状态也可能无处可寻；平台变更的办理记录只能追加。另设分区、资源池、地址池或网关，由各系统申请变更后迁入；确须就地更改的，缺主管部门对平台变更的批准：登记于 changes，由目标分支的管理员凭批准合入。',
    en: 'With another pool of addresses, uplink, gateway or state backend, what was granted is no longer what was approved, and states may be lost; the events of platform changes only grow. Add a zone, a pool or a gateway beside it, to which systems move by request. Where it must change in place, the authority’s approval of a platform change is missing: record it under `changes`; whoever administers the target branch merges on it.',
  },
  *check(base, head) {
    const sides = { before: base.catalogue.platform, after: head.catalogue.platform }
    const { before, after } = sides
    if (before.document.digest === after.document.digest || base.systems.length === 0) return
    for (const one of departuresIn({ table: platformMeaning, asOf: base.asOf }, before.value, after.value))
      if (isUsed(base, one.before)) yield named(platformStays, sides, one, wayOut)
  },
}

const wayOut: Text = {
  zh: '恢复原内容；另设的可以新增，就地更改的须先有主管部门对平台变更的批准',
  en: 'restore it; add another beside it, or get the authority’s approval of a platform change first',
}

/** A zone, a site or a gateway that nobody uses is still being set up. */
function isUsed(base: Model, path: DataPath): boolean {
  const [top, step] = path
  const { platform } = base.catalogue
  if (top === 'zones') return usedZonesOf(base).has(String(step))
  if (typeof step !== 'number') return true
  if (top === 'sites') return usedSitesOf(base).has(platform.value.sites[step]?.id ?? '')
  if (top === 'gateways') return usedGatewaysOf(base).has(platform.value.gateways?.[step]?.id ?? '')
  return true
}
