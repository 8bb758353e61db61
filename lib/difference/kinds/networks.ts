import type { Text } from '../../finding/finding.ts'
import { jurisdictionOf } from '../../model/address.ts'
import { entryOf } from '../../model/entry.ts'
import { zoneTerm } from '../../term/index.ts'
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
        const name = zoneTerm(sides.after, zone, jurisdictionOf(after))
        for (const version of versions) {
          const had = entryOf(before.value.zones, zone)?.network?.[version]
          const has = entryOf(after.value.zones, zone)?.network?.[version]
          if (had === has) continue
          yield {
            subject: address,
            message: {
              zh: `${name.zh}：${had ?? none.zh} → ${has ?? none.zh}`,
              en: `${name.en}: ${had ?? none.en} → ${has ?? none.en}`,
            },
          }
        }
      }
    }
  },
}
