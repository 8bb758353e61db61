import { finding } from '../../../finding/finding.ts'
import { hasPorts } from '../../../network/protocol.ts'
import { trafficIn } from '../../../network/traffic.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const portsMissing: SystemRule = {
  code: 'TY3406',
  severity: 'error',
  title: text('TCP 或 UDP 规则没有写明端口。', 'A TCP or UDP rule names no ports.'),
  why: text(
    '不写端口等于开放全部端口。只开放业务所需的端口，逐一写明。',
    'Without ports every port would be open. Name those that the service needs, and no others.',
  ),
  *check(_, system) {
    for (const { path, protocol, ports } of trafficIn(system)) {
      if (!hasPorts(protocol) || ports !== undefined) continue
      yield finding(portsMissing, place(system, ...path, 'protocol'), {
        message: text(`${protocol} 规则须写明 ports`, `a ${protocol} rule names its ports`),
      })
    }
  },
}
