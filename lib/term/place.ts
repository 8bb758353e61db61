import type { Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Surroundings } from '../model/model.ts'

type Catalogued = Pick<Surroundings, 'catalogue'>

/** A zone as the jurisdiction's regulation names it; of the platform as a whole, as the platform does. */
export function zoneTerm({ catalogue }: Catalogued, zone: string, jurisdiction?: string): Text {
  const profile = jurisdiction === undefined ? undefined : catalogue.jurisdictions.get(jurisdiction)?.value
  const own = entryOf(catalogue.platform.value.zones, zone)?.name ?? { zh: `“${zone}”`, en: `“${zone}”` }
  const zh = entryOf(profile?.zones, zone)?.name ?? own.zh
  return { zh, en: own.en }
}

/** A zone, with the tier where one is meant: `互联网区 web 层`. */
export function zonePartTerm(
  catalogued: Catalogued,
  { zone, tier }: { readonly zone: string; readonly tier: string | undefined },
  jurisdiction?: string,
): Text {
  const { zh, en } = zoneTerm(catalogued, zone, jurisdiction)
  return tier === undefined ? { zh, en } : { zh: `${zh} ${tier} 层`, en: `${en}, tier ${tier}` }
}

/** A pool of a zone, with the id to be written. */
export function poolTerm({ catalogue }: Catalogued, zone: string, pool: string): Text {
  const { zh, en } = poolName({ catalogue }, zone, pool)
  return { zh: `${zh}（${pool}）`, en: `${en} (${pool})` }
}

/** The same by its name alone. */
export function poolName({ catalogue }: Catalogued, zone: string, pool: string): Text {
  const name = entryOf(entryOf(catalogue.platform.value.zones, zone)?.pools, pool)?.name
  return name ?? { zh: `“${pool}”`, en: `“${pool}”` }
}

/** A service item, with the id to be written. */
export function itemTerm({ catalogue }: Catalogued, item: string): Text {
  const name = catalogue.items.get(item)?.value.name
  return name === undefined
    ? { zh: `“${item}”`, en: `“${item}”` }
    : { zh: `${name.zh}（${item}）`, en: `${name.en} (${item})` }
}
