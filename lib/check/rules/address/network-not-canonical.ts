import { type CodeDefinition, type Finding, finding } from '../../../finding/finding.ts'
import {
  networkTextsIn,
  peerTextsIn,
  platformTextsOf,
  type WrittenNetwork,
} from '../../../network/written-networks.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule, SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

const definition = {
  code: 'TY3202',
  severity: 'error',
  title: text('网段没有写成规范形式。', 'A network is not written in its canonical form.'),
  why: text(
    '同一网段只有一种写法：主机位为零，IPv6 用小写并按 RFC 5952 缩写。多种写法并存时，同一网段看上去像不同的网段，云平台也会改写它而使每次核对都显示差异。',
    'A network has one text: host bits are zero, IPv6 is in lower case and shortened as in RFC 5952. With several texts one network looks like two, and the cloud rewrites it, so that every plan shows a difference.',
  ),
} satisfies CodeDefinition

/** Of a system's networks and of those that its rules name. */
export const networkNotCanonical: SystemRule = {
  ...definition,
  check: (_, system) => notCanonical([...networkTextsIn(system), ...peerTextsIn(system)]),
}

/** Of those that the catalogue names; single addresses are written without a prefix, and stacks write them anew. */
export const platformNetworkNotCanonical: RepositoryRule = {
  ...definition,
  check: model =>
    notCanonical(
      platformTextsOf(model).filter(({ use }) => use !== 'nameserver' && use !== 'egress-address'),
    ),
}

function* notCanonical(networks: readonly WrittenNetwork[]): Generator<Finding> {
  for (const { source, path, text: written, reading } of networks) {
    if (reading.cidr === undefined || reading.canonical) continue
    const canonical = reading.cidr.toString()
    yield finding(definition, place(source, ...path), {
      message: reading.hostBits
        ? text(
            `${written} 含有主机位；该地址所在的网段是 ${canonical}`,
            `${written} has host bits; the network of that address is ${canonical}`,
          )
        : text(`${written} 的规范写法是 ${canonical}`, `${written} is written ${canonical}`),
      fix: replacement(canonical),
    })
  }
}
