import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { Surroundings } from '../../../model/model.ts'
import { view } from '../../../model/view.ts'
import { Cidr } from '../../../network/cidr.ts'
import { systemNetworksIn } from '../../../network/written-networks.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

interface SizedPool {
  readonly zone: string
  readonly index: number
  readonly cidr: Cidr
  readonly min: number
  readonly max: number
}

const sizedPoolsOf = view(({ catalogue }: Surroundings): readonly SizedPool[] =>
  Object.entries(catalogue.platform.value.zones).flatMap(([zone, { addressPools }]) =>
    addressPools.flatMap(({ cidr: written, prefixLength: { min, max } }, index) => {
      const { cidr } = Cidr.read(written)
      return cidr === undefined ? [] : [{ zone, index, cidr, min, max }]
    }),
  ),
)

export const networkSize: SystemRule = {
  code: 'TY3204',
  severity: 'error',
  title: text(
    '系统网段的大小超出允许范围。',
    "A system's network is larger or smaller than its pool allows.",
  ),
  why: text(
    '地址池规定每个系统网段前缀长度的上下限：过大占用地址，过小放不下所需的端口。',
    'An address pool bounds the prefix length of the networks in it: too large a network uses up addresses, too small a one has no room for its ports.',
  ),
  *check(surroundings, system) {
    for (const { zone, cidr, path } of systemNetworksIn(surroundings, system)) {
      if (entryOf(surroundings.catalogue.platform.value.zones, zone) === undefined) continue
      const pool = sizedPoolsOf(surroundings).find(entry => entry.zone === zone && entry.cidr.contains(cidr))
      if (pool === undefined || (pool.min <= cidr.prefixLength && cidr.prefixLength <= pool.max)) continue
      yield finding(networkSize, place(system, ...path), {
        message: text(
          `${cidr} 的前缀长度须在 /${pool.min} 至 /${pool.max} 之间`,
          `the prefix of ${cidr} must lie between /${pool.min} and /${pool.max}`,
        ),
        related: [
          related(
            place(surroundings.catalogue.platform, 'zones', zone, 'addressPools', pool.index, 'prefixLength'),
            '地址池的规定',
            "the pool's bounds",
          ),
        ],
      })
    }
  },
}
