import { exposureBasisOf } from '../../entitlement/index.ts'
import { finding } from '../../finding/finding.ts'
import { resourcesOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import type { Model, System } from '../../model/model.ts'
import { tierNamesOf } from '../../network/zone-part.ts'
import { zonePartTerm } from '../../term/index.ts'
import { judgedSystems } from '../changed.ts'
import { appendedRequest } from '../requested.ts'
import type { ChangeRule } from '../rule.ts'

export const grantedTiersStay: ChangeRule = {
  code: 'TY4032',
  severity: 'error',
  title: {
    zh: '已建立的层只能随新的申请环节移除或改名',
    en: 'A tier that stands goes, or changes its name, only together with a new request event',
  },
  why: {
    zh: '移除或改名会拆除该层的网络和安全组，其中的服务器随之中断。保留该层，或在 history 末尾追加申请环节；改名宜先申请增加一层，迁移后再申请去掉原来的层。',
    en: 'Its networks and its security group go with it, and its servers with them. Keep the tier, or append the request event. For another name, better ask for one more tier, move, and then ask for the old one to go.',
  },
  articles: ['NW-2.6', 'DT-16', 'XS-23', 'ZJ-12', 'JQ-10.2'],
  *check(base, head) {
    for (const { before, system, profile } of judgedSystems(base, head)) {
      if (resourcesOf(profile, before.value, base.asOf) === 'none') continue
      if (appendedRequest(profile, before.value, system.value) !== undefined) continue
      const kept = exposureBasisOf(head, system.value, head.asOf)
      for (const [zone, tier] of standingTiers(base, before)) {
        const declared = entryOf(system.value.zones, zone)
        if (declared === undefined || tierNamesOf(declared).includes(tier)) continue
        // A grant that lists its tiers and not this one has approved that it goes.
        if (kept.kind === 'granted' && kept.tiers.get(zone)?.has(tier) !== true) continue
        const { zh, en } = zonePartTerm(head, { zone, tier }, system.value.metadata.jurisdiction)
        yield finding(grantedTiersStay, system.document.at(['zones', zone], 'key'), {
          article: grantedTiersStay.articles?.find(id => id.startsWith(profile.regulation.articles)),
          message: {
            zh: `${zh}已建立，移除或改名没有随之申请`,
            en: `the ${en} stands, and no request goes with its removal or new name`,
          },
        })
      }
    }
  },
}

/** The tiers that a system has and may have, zone by zone. */
function standingTiers(model: Model, { value }: System): readonly (readonly [zone: string, tier: string])[] {
  const { tiers } = exposureBasisOf(model, value, model.asOf)
  return Object.entries(value.zones).flatMap(([zone, declared]) =>
    tierNamesOf(declared)
      .filter(tier => tiers.get(zone)?.has(tier) === true)
      .map(tier => [zone, tier] as const),
  )
}
