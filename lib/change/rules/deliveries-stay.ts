import type { ServiceItem } from '../../../generated/types/service.ts'
import { finding } from '../../finding/finding.ts'
import { reachedFrom } from '../../model/bundle.ts'
import type { Model } from '../../model/model.ts'
import { deliveredVersionOn } from '../../model/version.ts'
import { itemTerm } from '../../term/index.ts'
import type { ChangeRule } from '../rule.ts'
import { firstOtherDay, reversionedItems, versionPlace } from '../versions.ts'

export const deliveriesStay: ChangeRule = {
  code: 'TY4017',
  severity: 'error',
  title: {
    zh: '已授予的服务项，其交付内容不得就地改写',
    en: 'What a granted item comes to in the cloud is not rewritten in place',
  },
  why: {
    zh: '规格、卷类型、带宽或配额的换算一改，已授予的数量在云上就成了别的东西，无人批准过。恢复原版本；确须调整的，为原版本写明失效日（to），另加一个今后生效的版本。',
    en: 'With another size, volume type, bandwidth or quota, the quantities that were granted become something else in the cloud, which nobody approved. Restore the version; to adjust it, give the old one its last day (`to`) and add one that begins later.',
  },
  *check(base, head) {
    for (const item of reversionedItems(base, head, reachedItems)) {
      const { before, after } = item
      const day = firstOtherDay(item, base.asOf, deliveryOn)
      if (day === undefined) continue
      const [had, has] = [deliveredVersionOn(before.value, day), deliveredVersionOn(after.value, day)]
      const name = itemTerm(head, after.value.id)
      yield finding(deliveriesStay, versionPlace(after, has), {
        message: {
          zh: `${name.zh}自 ${day} 起的交付内容被改写`,
          en: `what ${name.en} comes to from ${day} on is rewritten`,
        },
        related: [
          {
            ...versionPlace(before, had),
            message: { zh: '目标分支上的交付内容', en: 'what the target branch has' },
          },
        ],
        fix: {
          message: {
            zh: '恢复原版本；调整的，另加一个今后生效的版本',
            en: 'restore the version; for another delivery add one that begins later',
          },
        },
      })
    }
  },
}

function reachedItems({ catalogue }: Model, item: string): Iterable<string> {
  return reachedFrom(catalogue.items, item)
}

function deliveryOn(item: ServiceItem, day: string): unknown {
  return deliveredVersionOn(item, day)?.delivery
}
