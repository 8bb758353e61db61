import { finding, type Location, type Related } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { Model } from '../../../model/model.ts'
import { systemTerm, zoneTerm } from '../../../term/index.ts'
import { articleFor } from '../../article.ts'
import { type Holder, type Shortage, shortagesOf } from '../../extract/capacity.ts'
import { place, placeOfKey, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

const holdersShown = 3

export const capacityExceeded: RepositoryRule = {
  code: 'TY3301',
  severity: 'error',
  articles: ['JQ-10.1'],
  title: text(
    '授予的资源超出资源池扣除预留后的容量。',
    "More is granted than the pool's capacity less its reserve.",
  ),
  why: text(
    '每个分区按比例预留应急资源，其余容量才可授予；平台没有写明容量的资源视为没有。须减少授予、推迟开始日期、改用其他资源池，或先扩充平台容量。',
    'Every zone keeps a share in reserve for emergencies; only the rest may be granted, and what the platform states no capacity of counts as none. Grant less, begin later, use another pool, or enlarge the platform first.',
  ),
  *check(model) {
    for (const shortage of shortagesOf(model)) {
      const newest = newestOf(shortage.holders)
      if (newest === undefined) continue
      yield finding(capacityExceeded, placeOfGrant(newest), {
        article: articleFor(capacityExceeded, model, newest.system.value.metadata.jurisdiction),
        message: describe(model, shortage),
        related: [
          capacityPlace(model, shortage),
          ...shortage.holders.slice(0, holdersShown).map(holder => holderPlace(model, holder)),
        ],
      })
    }
  },
}

/** The grant that came last has to give way; of several of one day, the last by address. */
function newestOf(holders: readonly Holder[]): Holder | undefined {
  return holders.toSorted((a, b) => (keyOf(a) < keyOf(b) ? 1 : -1))[0]
}

function keyOf({ system, event }: Holder): string {
  return `${system.value.history[event]?.on} ${system.address}`
}

function placeOfGrant({ system, event, zone }: Holder): Location {
  return placeOfKey(system, 'history', event, 'grants', zone)
}

function describe(model: Model, { zone, pool, measure, day, used, available, holders }: Shortage) {
  const inZone = zoneTerm(model, zone)
  const name = entryOf(entryOf(model.catalogue.platform.value.zones, zone)?.pools, pool)?.name
  const largest = holders.slice(0, holdersShown)
  const over = round(used - available)
  const today = day === model.asOf
  return text(
    `${inZone.zh}${name?.zh ?? pool}${today ? '目前' : `自 ${day} 起`}已核定${measure.name.zh} ${round(used)}，超出扣除预留后的容量 ${available}，超出 ${over}；占用最多的是${largest.map(({ system, amount }) => `${systemTerm(model, system.address).zh} ${round(amount)}`).join('、')}`,
    `${name?.en ?? pool} of the ${inZone.en} ${today ? 'now' : `from ${day}`} grants ${round(used)} ${measure.name.en}, ${over} more than its capacity less the reserve, ${available}; the largest holders are ${largest.map(({ system, amount }) => `${system.address} ${round(amount)}`).join(', ')}`,
  )
}

function capacityPlace(model: Model, { zone, pool, measure, available }: Shortage): Related {
  const at = place(model.catalogue.platform, 'zones', zone, 'pools', pool, 'capacity', measure.key)
  return related(at, `扣除预留后可核定 ${available}`, `${available} may be granted after the reserve`)
}

function holderPlace(model: Model, holder: Holder): Related {
  const amount = round(holder.amount)
  const { zh, en } = systemTerm(model, holder.system.address)
  return related(placeOfGrant(holder), `${zh}占用 ${amount}`, `${en} holds ${amount}`)
}

/** Memory and bandwidth may come in parts of their unit. */
function round(amount: number): number {
  return Math.round(amount * 100) / 100
}
