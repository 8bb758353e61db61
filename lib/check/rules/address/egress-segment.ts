import { finding } from '../../../finding/finding.ts'
import { place, placeOfKey, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

/** Neutron: `validate_provider_segment` in type_flat.py and type_vlan.py. */
export const egressSegment: RepositoryRule = {
  code: 'TY3229',
  severity: 'error',
  title: text(
    '出口网络的类型与 VLAN 号不符。',
    'The type of an egress network and its VLAN do not go together.',
  ),
  why: text(
    'flat 网络没有 VLAN 号，写了会被云拒绝（400，segmentation_id prohibited）；vlan 网络须写明 segment，否则由云任选一个，与物理网络对不上，且每次核对都显示差异。',
    'A flat network has no VLAN, and the cloud refuses one (400, segmentation_id prohibited). A vlan network names its segment: otherwise the cloud takes any, which is not that of the physical network, and every plan shows a difference.',
  ),
  *check({ catalogue: { platform } }) {
    for (const [zone, { egress }] of Object.entries(platform.value.zones)) {
      const path = ['zones', zone, 'egress']
      if (egress.type === 'flat' && egress.segment !== undefined)
        yield finding(egressSegment, placeOfKey(platform, ...path, 'segment'), {
          message: text('flat 网络不写 segment', 'a flat network has no segment'),
        })
      if (egress.type === 'vlan' && egress.segment === undefined)
        yield finding(egressSegment, place(platform, ...path, 'type'), {
          message: text('vlan 网络须写 segment', 'a vlan network names its segment'),
        })
    }
  },
}
