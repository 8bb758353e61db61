import type { Text } from '../../finding/finding.ts'
import type { Origin } from '../model.ts'
import { type BeliefKind, type Breach, isOurs, nameOfProject, systemsIn, type World } from './belief.ts'

/** Nobody plugs into a network of another, and no other object of a system is open to anybody else. */
export const networksUnshared: BeliefKind = {
  name: { zh: '资源不为其他系统所用', en: 'nothing shared' },
  definition: {
    code: 'TY5202',
    severity: 'error',
    title: {
      zh: '一个系统的资源可以被另一个系统使用',
      en: 'A system may use what belongs to another',
    },
    why: {
      zh: '接入他人网络的端口使用自己的安全组和对方的地址，任何规则都挡不住；共享的镜像、卷、地址池也由他人的改动决定。请撤销共享。',
      en: 'A port in another’s network has its own security groups and the other’s addresses, and no rule holds it back; images, volumes and pools that are shared change with their owner. Take the share back.',
    },
  },
  reason: {
    zh: '没有把资源开放给别的项目的策略或标志',
    en: 'no policy and no flag opens anything to another project',
  },
  subjects: systemsIn,
  *breaches(world) {
    yield* openNetworks(world)
    yield* networkShares(world)
    yield* foreignParts(world)
    for (const { kind, owner, target, origin } of world.model.objects) {
      if (owner === target || !isOurs(world, owner)) continue
      const whom = words(world, target)
      yield breach([owner, target], origin, `${kind} 开放给${whom.zh}`, `this ${kind} is open to ${whom.en}`)
    }
  },
}

function* openNetworks({ model }: World): Generator<Breach> {
  for (const { shared, project, origin } of model.networks) {
    if (shared)
      yield breach(
        [project],
        origin,
        '网络对云上所有项目开放',
        'this network is open to every project of its cloud',
      )
  }
}

/** The right to an uplink is no share of a network: it is given by a grant, and held against it elsewhere. */
function* networkShares(world: World): Generator<Breach> {
  const { model, given } = world
  const owners = new Map(model.networks.map(({ id, project }) => [id, project]))
  const platforms = new Set(given.zones.map(({ platform }) => platform))
  for (const { network, target, action, origin } of model.shares) {
    const owner = owners.get(network)
    if (owner === target) continue
    const isUplink =
      action === 'access_as_external' && target !== '*' && owner !== undefined && platforms.has(owner)
    const concerns = target === '*' || isOurs(world, target) || isOurs(world, owner ?? '')
    if (isUplink || !concerns) continue
    const whom = words(world, target)
    const projects = [owner ?? '', target]
    yield breach(projects, origin, `网络开放给${whom.zh}`, `this network is open to ${whom.en}`)
  }
}

/** A subnet in somebody else's network, and a router on somebody else's subnet. */
function* foreignParts(world: World): Generator<Breach> {
  const { model } = world
  const networks = new Map(model.networks.map(({ id, project }) => [id, project]))
  const routers = new Map(model.routers.map(({ id, project }) => [id, project]))
  const subnets = new Map(model.subnets.map(({ id, project }) => [id, project]))
  for (const { network, project, origin } of model.subnets)
    yield* foreign(world, project, networks.get(network), origin)
  for (const { router, subnet, origin } of model.interfaces)
    yield* foreign(world, routers.get(router), subnets.get(subnet), origin)
}

function* foreign(
  world: World,
  user: string | undefined,
  owner: string | undefined,
  origin: Origin,
): Generator<Breach> {
  if (user === owner || !(isOurs(world, user ?? '') || isOurs(world, owner ?? ''))) return
  yield breach(
    [user ?? '', owner ?? ''],
    origin,
    '接入了另一个项目的网络',
    'this joins the network of another project',
  )
}

function breach(projects: readonly string[], origin: Origin, zh: string, en: string): Breach {
  return { projects, origin, message: { zh, en } }
}

function words(world: World, target: string): Text {
  if (target === '*') return { zh: '云上所有项目', en: 'every project of its cloud' }
  const name = nameOfProject(world, target)
  return { zh: `项目 ${name}`, en: `the project ${name}` }
}
