import type { Exchange, SystemManifest } from '../../../../generated/types/system.ts'
import { finding, type Text } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { Surroundings } from '../../../model/model.ts'
import { exchangeEnds, type OpenEnd } from '../../../network/exposure.ts'
import { partIn, tierNamesOf } from '../../../network/zone-part.ts'
import { zoneTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

interface Fault {
  readonly key: 'from' | 'to' | 'fromTier' | 'toTier' | 'through'
  readonly message: Text
}

export const exchangeZones: SystemRule = {
  code: 'TY3414',
  severity: 'error',
  articles: ['XS-15.2', 'ZJ-24'],
  title: text('跨区交换的分区不成立。', 'The zones of an exchange do not fit.'),
  why: text(
    '跨区交换的起止分区须是本系统所在的两个不同分区，所写的层须在该分区之内，并由所写的交换网关连接，网关在两个分区都须有地址。',
    'An exchange runs between two different zones that the system has, and tiers that it has there, joined by the gateway named, which has an address in both.',
  ),
  *check(surroundings, system) {
    for (const [index, exchange] of (system.value.exchange ?? []).entries()) {
      for (const { key, message } of faultsOf(surroundings, system.value, exchange)) {
        yield finding(exchangeZones, place(system, 'exchange', index, key), {
          article: articleFor(exchangeZones, surroundings, system.value.metadata.jurisdiction),
          message,
        })
      }
    }
  },
}

function faultsOf(surroundings: Surroundings, system: SystemManifest, exchange: Exchange): readonly Fault[] {
  const { through, from, to } = exchange
  const named = (zone: string) => zoneTerm(surroundings, zone, system.metadata.jurisdiction)
  if (from === to)
    return [{ key: 'to', message: text('起止分区相同，不是跨区交换', 'from and to are the same zone') }]
  const foreign = (['from', 'to'] as const).filter(
    key => entryOf(system.zones, key === 'from' ? from : to) === undefined,
  )
  if (foreign.length > 0)
    return foreign.map(key => ({ key, message: text('本系统不在该分区', 'the system is not in this zone') }))
  const [ofFrom, ofTo] = exchangeEnds(exchange)
  const missing = [...partFaults(system, 'from', ofFrom), ...partFaults(system, 'to', ofTo)]
  if (missing.length > 0) return missing
  const gateway = surroundings.catalogue.platform.value.gateways?.find(({ id }) => id === through)
  if (gateway === undefined) return []
  if (!gateway.zones.includes(from) || !gateway.zones.includes(to))
    return [
      {
        key: 'through',
        message: text(
          `${gateway.name}（${through}）连接的是${gateway.zones.map(zone => named(zone).zh).join('和')}`,
          `the gateway ${through} joins ${gateway.zones.map(zone => named(zone).en).join(' and ')}`,
        ),
      },
    ]
  const without = [from, to].filter(zone => entryOf(gateway.addresses, zone) === undefined)
  return without.map(zone => ({
    key: 'through',
    message: text(
      `${gateway.name}（${through}）在${named(zone).zh}没有地址，无法交换`,
      `the gateway ${through} has no address in the ${named(zone).en}, so that nothing can be exchanged`,
    ),
  }))
}

/** An end whose servers there are not: a tier that is not written, or what is in none where all are in tiers. */
function partFaults(
  { zones }: SystemManifest,
  key: 'from' | 'to',
  { zone, tier }: OpenEnd,
): readonly Fault[] {
  const own = entryOf(zones, zone) ?? {}
  if (partIn(own, tier) !== undefined) return []
  const tiers = tierNamesOf(own).join(', ')
  if (tier === undefined)
    return [
      {
        key,
        message: text(
          `本系统在该分区的服务器都在某一层内；请以 ${key}Tier 写明由哪一层交换：${tiers}`,
          `every server of the system in this zone is in a tier; say with \`${key}Tier\` which one exchanges: ${tiers}`,
        ),
      },
    ]
  return [
    {
      key: `${key}Tier`,
      message:
        tiers === ''
          ? text('本系统在该分区没有分层', 'the system has no tiers in this zone')
          : text(`本系统在该分区的层有 ${tiers}`, `the tiers of the system in this zone are ${tiers}`),
    },
  ]
}
