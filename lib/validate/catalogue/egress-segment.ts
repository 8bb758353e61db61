import { finding } from '../../finding/finding.ts'
import type { CatalogueRule } from './rule.ts'

/** Neutron: `validate_provider_segment` in type_flat.py and type_vlan.py. */
export const egressSegment: CatalogueRule<'platform'> = {
  code: 'TY2202',
  severity: 'error',
  title: { zh: '出口网络的类型与网段号不一致', en: 'an egress network whose type and segment disagree' },
  why: {
    zh: 'flat 网络没有 VLAN 号，写了会被云拒绝（400，segmentation_id prohibited）；vlan 网络须写明 segment，否则由云任选一个，与物理网络对不上，且每次核对都显示差异。请补写或删去 segment。',
    en: 'A flat network has no VLAN, and the cloud refuses one (400, segmentation_id prohibited). A vlan network names its segment: otherwise the cloud takes any, which is not that of the physical network, and every plan shows a difference. Add the segment, or remove it.',
  },
  *check(document) {
    for (const [zone, { egress }] of Object.entries(document.value.zones)) {
      const wanted = egress.type === 'vlan'
      if (wanted === (egress.segment !== undefined)) continue
      const path = ['zones', zone, 'egress']
      yield wanted
        ? finding(egressSegment, document.at([...path, 'type']), { message: without })
        : finding(egressSegment, document.at([...path, 'segment'], 'key'), { message: superfluous })
    }
  },
}

const without = { zh: 'VLAN 出口网络没有写 segment', en: 'a VLAN network without its segment' }
const superfluous = { zh: 'flat 出口网络不应写 segment', en: 'a flat network has no segment' }
