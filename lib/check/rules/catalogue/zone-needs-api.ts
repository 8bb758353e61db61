import type { PlatformZone } from '../../../../generated/types/platform.ts'
import { finding } from '../../../finding/finding.ts'
import { apiTerms, inARow } from '../../../term/index.ts'
import { placeOfKey, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

/** The services that every project gets its quotas in. */
const needed: readonly PlatformZone['apis'][number][] = ['compute', 'block-storage', 'network']

export const zoneNeedsApi: RepositoryRule = {
  code: 'TY3610',
  severity: 'error',
  title: text('分区缺少必备的云服务。', 'A zone lacks a service that every project needs.'),
  why: text(
    '每个项目都在计算服务（“compute”）、块存储服务（“block-storage”）、网络服务（“network”）中取得配额；分区的“apis”缺少其中之一，交付必然失败。',
    'Every project gets its quotas in `compute`, `block-storage` and `network`. Where the `apis` of a zone lack one of them, no delivery can succeed.',
  ),
  *check({ catalogue: { platform } }) {
    for (const [zone, { apis }] of Object.entries(platform.value.zones)) {
      const lacking = needed.filter(api => !apis.includes(api))
      if (lacking.length === 0) continue
      const { zh, en } = inARow(lacking.map(api => apiTerms[api]))
      yield finding(zoneNeedsApi, placeOfKey(platform, 'zones', zone, 'apis'), {
        message: text(`缺少${zh}（${lacking.join('、')}）`, `the zone lacks ${en} (${lacking.join(', ')})`),
      })
    }
  },
}
