import { type CodeDefinition, type Finding, finding, type Text } from '../../../finding/finding.ts'
import type { CidrProblem } from '../../../network/cidr.ts'
import {
  networkTextsIn,
  peerTextsIn,
  platformTextsOf,
  type WrittenNetwork,
} from '../../../network/written-networks.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule, SystemRule } from '../../rule.ts'

const problems: { readonly [problem in CidrProblem]: Text } = {
  form: text(
    '须写成“地址/前缀长度”，前缀长度不带前导零',
    'a network is written as an address, a slash and a prefix length without a leading zero',
  ),
  address: text(
    '地址无效；IPv4 须写四段十进制数，IPv6 至多缩写一次',
    'the address is not valid; IPv4 takes four decimal parts, IPv6 at most one "::"',
  ),
  mapped: text(
    '不得用 IPv6 形式书写 IPv4 地址；请写成四段十进制数',
    'an IPv4 address is not written as IPv6; write its four decimal parts',
  ),
  prefix: text('前缀长度超出范围', 'the prefix is longer than the address'),
}

const definition = {
  code: 'TY3201',
  severity: 'error',
  title: text('网段或地址无法识别。', 'A network or an address cannot be read.'),
  why: text(
    '网段写成“地址/前缀长度”，如 10.64.3.0/26 或 fd00:64::/64。无法识别的网段不能核对重叠，一律不予接受。',
    'A network is an address and a prefix length, such as 10.64.3.0/26 or fd00:64::/64. One that cannot be read cannot be checked for overlap and is refused.',
  ),
} satisfies CodeDefinition

/** Of a system's networks and of those that its rules name. */
export const networkUnreadable: SystemRule = {
  ...definition,
  check: (_, system) => unreadable([...networkTextsIn(system), ...peerTextsIn(system)]),
}

/** Of those that the catalogue names. */
export const platformNetworkUnreadable: RepositoryRule = {
  ...definition,
  check: model => unreadable(platformTextsOf(model)),
}

function* unreadable(networks: readonly WrittenNetwork[]): Generator<Finding> {
  for (const written of networks) {
    const fault = faultOf(written)
    if (fault === undefined) continue
    yield finding(definition, place(written.source, ...written.path), {
      message: text(`${written.text}：${fault.zh}`, `${written.text}: ${fault.en}`),
    })
  }
}

function faultOf({ reading, version }: WrittenNetwork): Text | undefined {
  if (reading.cidr === undefined) return problems[reading.problem]
  if (version === undefined || reading.cidr.version === version) return undefined
  return text(`此处须写 IPv${version} 网段`, `an IPv${version} network belongs here`)
}
