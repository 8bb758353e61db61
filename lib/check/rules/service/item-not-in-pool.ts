import { currentLinesIn } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { poolsOf } from '../../../model/pool.ts'
import { inARow, itemTerm, poolTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const itemNotInPool: SystemRule = {
  code: 'TY3106',
  severity: 'error',
  articles: ['DT-11a', 'XS-19.5'],
  title: text('服务项不在该资源池提供。', 'The item is not offered in the resource pool.'),
  why: text(
    '服务项写明可在哪些资源池申请，不写即仅限共享资源池。须选用该资源池提供的服务项，或改在其他资源池申请。',
    'An item says in which pools it may be asked for; without a word it is the shared pool alone. Choose an item of that pool, or ask for it in another pool.',
  ),
  *check(surroundings, system) {
    const { items, platform } = surroundings.catalogue
    for (const { zone, pool, line, path } of currentLinesIn(surroundings, system)) {
      const item = items.get(line.item)
      const known = entryOf(entryOf(platform.value.zones, zone)?.pools, pool) !== undefined
      if (item === undefined || !known || !item.value.zones.includes(zone)) continue
      const pools = poolsOf(item.value)
      if (pools.includes(pool)) continue
      const { zh, en } = itemTerm(surroundings, line.item)
      const [asked, offered] = [
        poolTerm(surroundings, zone, pool),
        inARow(pools.map(one => poolTerm(surroundings, zone, one))),
      ]
      yield finding(itemNotInPool, place(system, ...path, 'item'), {
        article: articleFor(itemNotInPool, surroundings, system.value.metadata.jurisdiction),
        message: text(
          `${zh}不在${asked.zh}提供，只在${offered.zh}提供`,
          `${en} is not offered in the ${asked.en}, only in the ${offered.en}`,
        ),
        related: [related(place(item), '该服务项', 'the item')],
      })
    }
  },
}
