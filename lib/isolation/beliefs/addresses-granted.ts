import type { Text } from '../../finding/finding.ts'
import type { ProjectGrant } from '../grant.ts'
import type { Origin } from '../model.ts'
import { type BeliefKind, type Breach, systemsIn } from './belief.ts'

/** A system has the networks of its manifest and no other: what it makes itself may have another's addresses. */
export const addressesGranted: BeliefKind = {
  name: { zh: '地址均在授予网段内', en: 'addresses as granted' },
  definition: {
    code: 'TY5216',
    severity: 'error',
    title: { zh: '子网的地址没有授予', en: 'A subnet has addresses that were not granted' },
    why: {
      zh: '规则按地址放行；自建的子网若使用他人的地址，就会被当作他人。请删去该子网。',
      en: 'Rules go by addresses; a subnet with those of another passes for the other. Delete the subnet.',
    },
  },
  reason: { zh: '每个子网都在授予的网段之内', en: 'every subnet lies in a granted network' },
  subjects: systemsIn,
  *breaches({ model, given }) {
    const platforms = given.zones.map(
      ({ id, platform, networks }) => [platform, { stack: id, networks }] as const,
    )
    const granted = new Map<string, Pick<ProjectGrant, 'stack' | 'networks'>>([
      ...given.projects,
      ...platforms,
    ])
    for (const { project, cidr, pooled, origin } of model.subnets) {
      const grant = granted.get(project)
      if (grant === undefined) continue
      if (!grant.networks.some(network => network.contains(cidr)))
        yield breach(project, origin, {
          zh: `${grant.stack} 有子网 ${cidr}，不在授予的网段之内`,
          en: `${grant.stack} has the subnet ${cidr}, which lies in no granted network`,
        })
      if (!pooled)
        yield breach(project, origin, {
          zh: `${grant.stack} 的子网 ${cidr} 不出自分区的地址池，不受其地址范围约束`,
          en: `the subnet ${cidr} of ${grant.stack} comes from no pool of the zone, so that no address scope holds it`,
        })
    }
  },
}

function breach(project: string, origin: Origin, message: Text): Breach {
  return { projects: [project], origin, message }
}
