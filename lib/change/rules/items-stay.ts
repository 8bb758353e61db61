import type { Text } from '../../finding/finding.ts'
import { departuresIn } from '../meaning/departures.ts'
import { named } from '../meaning/named.ts'
import { itemMeaning } from '../meaning/services.ts'
import type { ChangeRule } from '../rule.ts'
import { usedItemsOf } from '../used.ts'

export const itemsStay: ChangeRule = {
  code: 'TY4018',
  severity: 'error',
  title: {
    zh: '已申请或授予的服务项不得就地改写',
    en: 'An item that was asked for or granted is not rewritten in place',
  },
  why: {
    zh: '服务项的条件、能力和版本说明授予的是什么；就地改写，过去的授予就换了含义。恢复原内容；另设服务项，由各系统申请变更。',
    en: 'Its conditions, abilities and versions say what was granted; rewritten in place, past grants mean something else. Restore it; add another item, which systems then request.',
  },
  *check(base, head) {
    for (const [id, before] of base.catalogue.items) {
      const after = head.catalogue.items.get(id)
      // An item that is gone altogether is reported where it is used.
      if (after === undefined || before.document.digest === after.document.digest) continue
      const found = departuresIn({ table: itemMeaning, asOf: base.asOf }, before.value, after.value)
      if (found.length === 0 || !usedItemsOf(base).has(id)) continue
      for (const one of found) yield named(itemsStay, { before, after }, one, wayOut)
    }
  },
}

const wayOut: Text = {
  zh: '恢复原内容；不同的服务另设服务项',
  en: 'restore it; what is different is an item of its own',
}
