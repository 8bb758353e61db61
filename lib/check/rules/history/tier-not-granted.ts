import { exposureBasisOf, hasEnded, profileOf, settledGrant } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { tierNamesOf } from '../../../network/zone-part.ts'
import { zonePartTerm } from '../../../term/index.ts'
import { placeOfKey, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const tierNotGranted: SystemRule = {
  code: 'TY3515',
  severity: 'error',
  title: text('所写的层未获授予。', 'A tier of the manifest is not granted.'),
  why: text(
    '分层与访问规则一并授予，未获授予的层不在云上建立。在该环节 grants 的 tiers 下列出的才是授予的层；删去本层，或追加申请环节，待批准后由新的授予列出。',
    'Tiers are granted with what they open, and one that is not granted is not made in the cloud: those are that stand under `tiers` of the grant. Remove the tier, or append a request; the grant that answers it lists its tiers.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined || hasEnded(surroundings, system)) return
    const basis = exposureBasisOf(surroundings, system.value, surroundings.asOf)
    if (basis.kind !== 'granted' || settledGrant(profile, system.value) !== basis.event) return
    const { jurisdiction } = system.value.metadata
    for (const [zone, declared] of Object.entries(system.value.zones)) {
      for (const tier of tierNamesOf(declared)) {
        if (basis.tiers.get(zone)?.has(tier)) continue
        const { zh, en } = zonePartTerm(surroundings, { zone, tier }, jurisdiction)
        yield finding(tierNotGranted, placeOfKey(system, 'zones', zone, 'tiers', tier), {
          message: text(`${zh}未经核定`, `the ${en} is not granted`),
          related: [related(placeOfKey(system, 'history', basis.event, 'grants'), '核定的内容', 'the grant')],
        })
      }
    }
  },
}
