import { type Finding, finding, type Text } from '../../../finding/finding.ts'
import type { Model } from '../../../model/model.ts'
import { addressBits, Cidr } from '../../../network/cidr.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const addressPoolSizes: RepositoryRule = {
  code: 'TY3210',
  severity: 'error',
  title: text(
    '地址池的前缀长度规定不成立。',
    "An address pool's prefix lengths do not fit each other or the pool.",
  ),
  why: text(
    '前缀长度须满足：地址池 ≤ 下限 ≤ 默认 ≤ 上限 ≤ 地址长度（IPv4 为 32，IPv6 为 128），否则无法分配网段。',
    'The lengths must run in order: pool ≤ min ≤ default ≤ max ≤ length of the address (32 or 128). Otherwise no network can be given.',
  ),
  *check(model) {
    for (const [zone, { addressPools }] of Object.entries(model.catalogue.platform.value.zones))
      for (const [index, pool] of addressPools.entries()) yield* faultsOf(model, zone, index, pool)
  },
}

type Pool = Model['catalogue']['platform']['value']['zones'][string]['addressPools'][number]

function* faultsOf(model: Model, zone: string, index: number, pool: Pool): Generator<Finding> {
  const { cidr } = Cidr.read(pool.cidr)
  if (cidr === undefined) return
  const { min, default: usual, max } = pool.prefixLength
  const longest = addressBits[cidr.version]
  const faults: [key: string, fails: boolean, message: Text][] = [
    [
      'min',
      min < cidr.prefixLength,
      text(
        `下限不得短于地址池的 /${cidr.prefixLength}`,
        `min may not be shorter than the pool's /${cidr.prefixLength}`,
      ),
    ],
    [
      'default',
      usual < min || usual > max,
      text(`默认值须在 /${min} 至 /${max} 之间`, `default must lie between /${min} and /${max}`),
    ],
    [
      'max',
      max > longest,
      text(
        `IPv${cidr.version} 的前缀长度至多为 ${longest}`,
        `an IPv${cidr.version} prefix is at most ${longest}`,
      ),
    ],
  ]
  for (const [key, fails, message] of faults) {
    if (!fails) continue
    yield finding(
      addressPoolSizes,
      place(model.catalogue.platform, 'zones', zone, 'addressPools', index, 'prefixLength', key),
      { message },
    )
  }
}
