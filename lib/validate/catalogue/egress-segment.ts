import { finding } from '../../finding/finding.ts'
import type { CatalogueRule } from './rule.ts'

export const egressSegment: CatalogueRule<'platform'> = {
  kind: 'platform',
  code: 'TY2202',
  severity: 'error',
  title: { zh: '出口网络的类型与网段号不一致', en: 'an egress network whose type and segment disagree' },
  why: {
    zh: 'VLAN 网络须写明 VLAN 号，flat 网络没有。请补写或删去 segment。',
    en: 'A VLAN network has a VLAN id, a flat one has none. Add the segment, or remove it.',
  },
  *check(document) {
    for (const [zone, { egress }] of Object.entries(document.value.zones)) {
      const wanted = egress.type === 'vlan'
      if (wanted === (egress.segment !== undefined)) continue
      yield finding(egressSegment, document.at(['zones', zone, 'egress', wanted ? 'type' : 'segment']), {
        message: wanted
          ? { zh: 'VLAN 出口网络没有写 segment', en: 'a VLAN network without its segment' }
          : { zh: 'flat 出口网络不应写 segment', en: 'a flat network has no segment' },
      })
    }
  },
}
