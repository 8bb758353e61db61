import { type BeliefKind, systemsIn } from './belief.ts'

/** A system has the networks of its manifest and no other: what it makes itself may have another's addresses. */
export const addressesGranted: BeliefKind = {
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
    for (const { project, cidr, origin } of model.subnets) {
      const grant = given.projects.get(project)
      if (grant === undefined || grant.networks.some(network => network.contains(cidr))) continue
      yield {
        projects: [project],
        origin,
        message: {
          zh: `${grant.stack} 有子网 ${cidr}，不在授予的网段之内`,
          en: `${grant.stack} has the subnet ${cidr}, which lies in no granted network`,
        },
      }
    }
  },
}
