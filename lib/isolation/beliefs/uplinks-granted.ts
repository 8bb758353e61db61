import type { Origin } from '../model.ts'
import { type BeliefKind, type Breach, isOurs, nameOfProject, systemsIn, type World } from './belief.ts'

/** Only a system with granted bandwidth leads out of its zone, and no wider than granted. */
export const uplinksGranted: BeliefKind = {
  name: { zh: '出口及带宽均经授予', en: 'uplinks as granted' },
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

function* uplinks(world: World): Generator<Breach> {
  const { model, given } = world
  const owners = new Map(model.networks.map(({ id, project }) => [id, project]))
  const platforms = new Set(given.zones.map(({ platform }) => platform))
  for (const { project, gateway, kbps, origin } of model.routers) {
    const owner = gateway === undefined ? undefined : owners.get(gateway)
    const isZones = owner !== undefined && platforms.has(owner)
    if (gateway === undefined || !(isZones || isOurs(world, project))) continue
    const name = nameOfProject(world, project)
    if (!isZones) yield strange(project, name, origin)
    const granted = given.projects.get(project)?.kbps ?? 0
    if (kbps === undefined || kbps > granted) yield tooWide(project, name, { kbps, granted }, origin)
  }
}

function strange(project: string, name: string, origin: Origin): Breach {
  return {
    projects: [project],
    origin,
    message: {
      zh: `${name} 的出口不是分区的出口网络`,
      en: `the uplink of ${name} leads into another network than the zone’s`,
    },
  }
}

function tooWide(
  project: string,
  name: string,
  { kbps, granted }: { readonly kbps: number | undefined; readonly granted: number },
  origin: Origin,
): Breach {
  const told = kbps === undefined ? undefined : `${kbps} kbit/s`
  return {
    projects: [project],
    origin,
    message: {
      zh: `${name} 的出口带宽为${told ?? '不限'}，授予 ${granted} kbit/s`,
      en: `the uplink of ${name} is ${told ?? 'unlimited'}, and ${granted} kbit/s were granted`,
    },
  }
}

function* rights(world: World): Generator<Breach> {
  const { model, given } = world
  const platforms = new Set(given.zones.map(({ platform }) => platform))
  for (const { target, action, origin } of model.shares) {
    const isGranted = given.projects.get(target)?.kbps !== undefined || platforms.has(target)
    if (action !== 'access_as_external' || isGranted || target === '*') continue
    const name = nameOfProject(world, target)
    yield {
      projects: [target],
      origin,
      message: {
        zh: `项目 ${name} 没有授予出口，却有权接入出口网络`,
        en: `the project ${name} was granted no uplink, and may use the egress network all the same`,
      },
    }
  }
}
