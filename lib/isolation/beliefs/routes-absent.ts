import { type BeliefKind, isOurs, systemsIn } from './belief.ts'

/** No manifest asks for routes: packets go where subnets and uplinks lead. */
export const routesAbsent: BeliefKind = {
  name: { zh: '没有静态路由', en: 'no static routes' },
  definition: {
    code: 'TY5215',
    severity: 'error',
    title: { zh: '路由器或子网上有静态路由', en: 'A router or a subnet has a static route' },
    why: {
      zh: '静态路由可以把报文引向另一个系统，清单中没有这样的申请。请删去该路由。',
      en: 'A static route may lead packets to another system, and no manifest asks for one. Delete the route.',
    },
  },
  reason: { zh: '没有静态路由', en: 'there is no static route' },
  subjects: systemsIn,
  *breaches(world) {
    for (const { project, destination, nextHop, origin } of world.model.routes) {
      if (!isOurs(world, project)) continue
      const message = {
        zh: `静态路由 ${destination} 经 ${nextHop}`,
        en: `a static route to ${destination} by ${nextHop}`,
      }
      yield { projects: [project], origin, message }
    }
  },
}
