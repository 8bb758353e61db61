import type { Text } from '../../finding/finding.ts'
import type { Loosened } from '../model.ts'
import { type BeliefKind, isOurs, systemsIn } from './belief.ts'

const words: Readonly<Record<Loosened['by'], Text>> = {
  'port-security': { zh: '端口安全已关闭', en: 'port security is off' },
  'address-pairs': { zh: '端口可以使用别的地址', en: 'a port may use other addresses than its own' },
  'trusted-device': { zh: '端口冒充网络设备', en: 'a port passes for a device of the network' },
  'direct-binding': { zh: '端口直通网卡，绕过安全组', en: 'a port goes past the groups to the card itself' },
}

/** Security groups and anti-spoofing hold every port. */
export const portsGuarded: BeliefKind = {
  name: { zh: '端口均受防护', en: 'ports guarded' },
  definition: {
    code: 'TY5214',
    severity: 'error',
    title: { zh: '端口不受安全组或者防地址伪造约束', en: 'Neither groups nor anti-spoofing hold a port' },
    why: {
      zh: '端口安全关闭后，规则对它不起作用，服务器可以冒用任何地址并替他人转发。请恢复端口安全并删去地址对。',
      en: 'Without port security no rule applies; a server may take any address and forward for others. Switch port security on, and remove address pairs.',
    },
  },
  reason: {
    zh: '所有网络和端口都开启端口安全，没有地址对',
    en: 'every network and port has port security and no address pairs',
  },
  subjects: systemsIn,
  *breaches(world) {
    const { networks, loosened } = world.model
    for (const { project, portSecurity, origin } of networks)
      if (!portSecurity && isOurs(world, project))
        yield { projects: [project], origin, message: words['port-security'] }
    for (const { project, by, origin } of loosened)
      if (isOurs(world, project)) yield { projects: [project], origin, message: words[by] }
  },
}
