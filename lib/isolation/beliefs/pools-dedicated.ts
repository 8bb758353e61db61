import { type BeliefKind, nameOfProject } from './belief.ts'

/** The hosts of a dedicated pool are reached by whoever was granted the pool, and by nobody else. */
export const poolsDedicated: BeliefKind = {
  name: { zh: '专属资源池专用', en: 'dedicated pools' },
  definition: {
    code: 'TY5219',
    severity: 'error',
    title: {
      zh: '未获批准的系统可以使用专属资源池',
      en: 'A system may use a dedicated pool that it was not granted',
    },
    why: {
      zh: '专属资源池须经批准。请撤销该项目对专属规格的访问。',
      en: 'A dedicated pool is used by approval alone. Take the project’s access to the flavor back.',
    },
  },
  reason: {
    zh: '专属规格只开放给获批的系统',
    en: 'flavors of the pool are open to those who were granted it alone',
  },
  *subjects({ given }) {
    const zones = new Set(given.zones.filter(zone => zone.dedicatedFlavors.size > 0).map(({ id }) => id))
    for (const { project, zone } of given.projects.values()) if (zones.has(zone)) yield project
  },
  *breaches(world) {
    const { model, given } = world
    const dedicated = new Map(given.zones.map(zone => [zone.cloud, zone.dedicatedFlavors]))
    for (const { flavor, project, origin } of model.accesses) {
      const cloud = [...dedicated.keys()].find(one => isIn(project, one))
      const isDedicated = cloud !== undefined && dedicated.get(cloud)?.has(flavor) === true
      if (!isDedicated || given.projects.get(project)?.flavors.has(flavor) === true) continue
      const name = nameOfProject(world, project)
      const message = {
        zh: `项目 ${name} 可以使用专属规格 ${flavor}`,
        en: `the project ${name} may use the flavor ${flavor} of a dedicated pool`,
      }
      yield { projects: [project], origin, message }
    }
  },
}

/** What a cloud does not name is called by the cloud's own id. */
function isIn(project: string, cloud: string): boolean {
  return project.startsWith(`${cloud} `) || project.startsWith(`${cloud}#`)
}
