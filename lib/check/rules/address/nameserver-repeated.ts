import { finding } from '../../../finding/finding.ts'
import { platformTextsOf } from '../../../network/written-networks.ts'
import { place, related, text } from '../../place.ts'
import { repeated } from '../../repeated.ts'
import type { RepositoryRule } from '../../rule.ts'

export const nameserverRepeated: RepositoryRule = {
  code: 'TY3228',
  severity: 'error',
  title: text('分区的域名服务器写了两次。', 'A zone names a name server twice.'),
  why: text(
    '同一地址的两种写法也是同一台服务器。云拒绝带有重复域名服务器的子网（400，Duplicate nameserver）。须删去其一。',
    'Two texts of one address are one server. The cloud refuses a subnet that has a name server twice (400, Duplicate nameserver). Remove one of the two.',
  ),
  *check(model) {
    const { platform } = model.catalogue
    const servers = platformTextsOf(model).filter(({ use }) => use === 'nameserver')
    for (const inZone of Map.groupBy(servers, ({ zone }) => zone).values()) {
      const readable = inZone.filter(({ reading }) => reading.cidr !== undefined)
      for (const { first, again } of repeated(readable, ({ reading }) => `${reading.cidr}`))
        yield finding(nameserverRepeated, place(platform, ...again.path), {
          message: text(`${again.text} 已经写过`, `${again.text} is named already`),
          related: [related(place(platform, ...first.path), '已写在此处', 'named here')],
        })
    }
  },
}
