import { closest } from '../../finding/closest.ts'
import { finding } from '../../finding/finding.ts'
import { withoutKeys } from '../json-schema.ts'
import type { CatalogueRule } from './rule.ts'

/**
 * What the hypervisor enforces: Cinder's front-end QoS specs, which Nova hands to libvirt. `_max` is a burst;
 * `_per_gb` and its least value grow with the volume.
 */
const rates = ['read', 'write', 'total'].flatMap(direction =>
  ['bytes_sec', 'iops_sec'].map(rate => `${direction}_${rate}`),
)
const frontEnd: readonly string[] = [
  ...rates.flatMap(rate => [rate, `${rate}_max`, `${rate}_per_gb`, `${rate}_per_gb_min`]),
  'size_iops_sec',
]

export const qosUnknown: CatalogueRule<'services'> = {
  code: 'TY2209',
  severity: 'error',
  title: { zh: '虚拟化层不认识的存储限速项', en: 'a volume limit that the hypervisor does not know' },
  why: {
    zh: '由虚拟化层执行的限速（consumer 为 front-end 或 both）只认固定的几项，写错的项不报错也不生效。请改为 total_iops_sec 等名称；由存储设备执行的限速用 back-end。',
    en: 'The hypervisor (consumer `front-end` or `both`) enforces a fixed set of limits, and passes over any other without a word. Use names such as total_iops_sec; limits of the storage itself belong to `back-end`.',
  },
  *check(document) {
    for (const [item, { versions }] of document.value.items.entries()) {
      for (const [version, { delivery }] of versions.entries()) {
        const qos = delivery.volume?.qos
        if (qos === undefined || qos.consumer === 'back-end') continue
        const path = ['items', item, 'versions', version, 'delivery', 'volume', 'qos', 'specs']
        for (const name of Object.keys(qos.specs)) {
          if (frontEnd.includes(name)) continue
          const meant = closest(name, withoutKeys(frontEnd, qos.specs))
          yield finding(qosUnknown, document.at([...path, name], 'key'), {
            message: {
              zh: `没有限速项 ${name}${meant === undefined ? '' : `；是否为 ${meant}？`}`,
              en: `there is no limit ${name}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
            },
            ...(meant === undefined
              ? {}
              : { fix: { message: { zh: `改为 ${meant}`, en: `write ${meant}` }, replacement: meant } }),
          })
        }
      }
    }
  },
}
