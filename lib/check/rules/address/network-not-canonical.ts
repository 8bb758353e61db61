import { finding } from '../../../finding/finding.ts'
import { peerTextsOf, platformTextsOf, systemTextsOf } from '../../../network/written-networks.ts'
import { place, text } from '../../place.ts'
import type { Rule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const networkNotCanonical: Rule = {
  code: 'TY3202',
  local: true,
  severity: 'error',
  title: text('网段没有写成规范形式。', 'A network is not written in its canonical form.'),
  why: text(
    '同一网段只有一种写法：主机位为零，IPv6 用小写并按 RFC 5952 缩写。多种写法并存时，同一网段看上去像不同的网段，云平台也会改写它而使每次核对都显示差异。',
    'A network has one text: host bits are zero, IPv6 is in lower case and shortened as in RFC 5952. With several texts one network looks like two, and the cloud rewrites it, so that every plan shows a difference.',
  ),
  *check(model) {
    for (const { source, path, text: written, reading } of [
      ...platformTextsOf(model).filter(({ use }) => use !== 'nameserver'),
      ...systemTextsOf(model),
      ...peerTextsOf(model),
    ]) {
      if (reading.cidr === undefined || reading.canonical) continue
      const canonical = reading.cidr.toString()
      yield finding(networkNotCanonical, place(source, ...path), {
        message: reading.hostBits
          ? text(
              `${written} 含有主机位；该地址所在的网段是 ${canonical}`,
              `${written} has host bits; the network of that address is ${canonical}`,
            )
          : text(`${written} 的规范写法是 ${canonical}`, `${written} is written ${canonical}`),
        fix: replacement(canonical),
      })
    }
  },
}
