import type { Text } from '../../finding/finding.ts'
import { jurisdictionOf } from '../../model/address.ts'
import { entryOf } from '../../model/entry.ts'
import { partIn, partsOf, type TieredZone, type WrittenNetworks } from '../../network/zone-part.ts'
import { zonePartTerm } from '../../term/index.ts'
import type { DifferenceKind } from '../difference.ts'
import { rewrittenSystems } from '../pairs.ts'

const versions = ['ipv4', 'ipv6'] as const

const none: Text = { zh: '无', en: 'none' }

export const networks: DifferenceKind = {
  id: 'network',
  name: { zh: '网段', en: 'networks' },
  *find(sides) {
    for (const { address, before, after } of rewrittenSystems(sides)) {
      const zones = new Set([...Object.keys(before.value.zones), ...Object.keys(after.value.zones)])
      for (const zone of [...zones].sort()) {
        const [was, is] = [before, after].map(({ value }) => entryOf(value.zones, zone) ?? {})
        for (const tier of tiersOf(was, is)) {
          const name = zonePartTerm(sides.after, { zone, tier }, jurisdictionOf(after))
          const [had, has] = [was, is].map(one => partIn(one ?? {}, tier)?.network)
          for (const message of turnsOf(name, had, has)) yield { subject: address, message }
        }
      }
    }
  },
}

/** Every part of either version of a zone, as the first that has it writes them. */
function tiersOf(...versionsOfZone: readonly (TieredZone | undefined)[]): ReadonlySet<string | undefined> {
  return new Set(versionsOfZone.flatMap(zone => partsOf(zone ?? {}).map(({ tier }) => tier)))
}

function turnsOf(name: Text, had: WrittenNetworks = {}, has: WrittenNetworks = {}): readonly Text[] {
  return versions.flatMap(version => {
    const [was, is] = [had[version], has[version]]
    if (was === is) return []
    return [
      {
        zh: `${name.zh}：${was ?? none.zh} → ${is ?? none.zh}`,
        en: `${name.en}: ${was ?? none.en} → ${is ?? none.en}`,
      },
    ]
  })
}
