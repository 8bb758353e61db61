import { type BeliefKind, type Breach, systemsIn, type World } from './belief.ts'

/** Only a system with granted bandwidth leads out of its zone, and no wider than granted. */
export const uplinksGranted: BeliefKind = {
  definition: {
    code: 'TY5213',
    severity: 'error',
    title: {
      zh: '出口没有授予，或者比授予的宽',
      en: 'An uplink that was not granted, or is wider than granted',
    },
    why: {
      zh: '出口带宽是授予的一部分：没有授予的系统不得接入出口网络，带宽策略被取下的路由器不受限制。请恢复带宽策略，或者删去网关和出口权限。',
      en: 'Bandwidth is granted: a system without any may not use the egress network, and a router without its policy is not limited. Restore the policy, or remove the gateway and the right to it.',
    },
  },
  reason: {
    zh: '每个出口都有授予，并受其带宽策略限制',
    en: 'every uplink is granted and held by its policy',
  },
  subjects: systemsIn,
  *breaches(world) {
    yield* uplinks(world)
    yield* rights(world)
  },
}

function* uplinks({ model, given }: World): Generator<Breach> {
  for (const { project, gateway, kbps, origin } of model.routers) {
    const grant = given.projects.get(project)
    if (gateway === undefined || grant === undefined) continue
    const granted = grant.kbps ?? 0
    if (kbps !== undefined && kbps <= granted) continue
    const width =
      kbps === undefined ? { zh: '不限', en: 'unlimited' } : { zh: `${kbps} kbit/s`, en: `${kbps} kbit/s` }
    yield {
      projects: [project],
      origin,
      message: {
        zh: `${grant.stack} 的出口带宽为${width.zh}，授予 ${granted} kbit/s`,
        en: `the uplink of ${grant.stack} is ${width.en}, and ${granted} kbit/s were granted`,
      },
    }
  }
}

function* rights({ model, given }: World): Generator<Breach> {
  const platforms = new Set(given.zones.map(({ platform }) => platform))
  for (const { target, action, origin } of model.shares) {
    const isGranted = given.projects.get(target)?.kbps !== undefined || platforms.has(target)
    if (action !== 'access_as_external' || isGranted || target === '*') continue
    yield {
      projects: [target],
      origin,
      message: {
        zh: `项目 ${target} 没有授予出口，却有权接入出口网络`,
        en: `the project ${target} was granted no uplink, and may use the egress network all the same`,
      },
    }
  }
}
