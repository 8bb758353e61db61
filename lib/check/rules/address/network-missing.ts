import { exposureBasisOf, grantsOn, profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { resourcesOf } from '../../../lifecycle/index.ts'
import { entryOf } from '../../../model/entry.ts'
import { partsOf } from '../../../network/zone-part.ts'
import { zonePartTerm } from '../../../term/index.ts'
import { placeOfKey, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { advice } from '../../words.ts'

export const networkMissing: SystemRule = {
  code: 'TY3208',
  severity: 'error',
  title: text('已授予资源的分区没有网段。', 'A zone with granted resources has no network.'),
  why: text(
    '网段一经分配即写入清单，不再变动。已授予资源而没有网段的，由 tenantry allocate 分配后写入。',
    'Networks are written into the manifest once and then stay. Where resources are granted and none is written, tenantry allocate gives one.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined || resourcesOf(profile, system.value, surroundings.asOf) === 'none') return
    const granted = exposureBasisOf(surroundings, system.value, surroundings.asOf).tiers
    for (const zone of grantsOn(system.value, surroundings.asOf).keys()) {
      const declared = entryOf(system.value.zones, zone)
      if (declared === undefined) continue
      const lacking = partsOf(declared).filter(
        ({ tier, network }) =>
          network === undefined && (tier === undefined || granted.get(zone)?.has(tier) === true),
      )
      for (const { tier, path } of lacking) {
        const { zh, en } = zonePartTerm(surroundings, { zone, tier }, system.value.metadata.jurisdiction)
        yield finding(networkMissing, placeOfKey(system, 'zones', zone, ...path), {
          message: text(
            `${zh}已授予资源，但没有网段`,
            `resources are granted in the ${en}, but there is no network`,
          ),
          fix: advice(
            `运行 tenantry allocate ${system.address} --write`,
            `run: tenantry allocate ${system.address} --write`,
          ),
        })
      }
    }
  },
}
