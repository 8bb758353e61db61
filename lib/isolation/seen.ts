import { type AnyFinding, type CloudPlace, finding } from '../finding/finding.ts'
import { isolationCodes } from './codes.ts'
import type { Given } from './grant.ts'
import type { IsolationModel } from './model.ts'

/** What was granted and is not there, where anything is. */
export function grantsAbsent({ projects }: IsolationModel, given: Given): readonly AnyFinding[] {
  const shown = new Set(projects.map(({ id }) => id))
  const absent = [...given.projects.values()].filter(({ project }) => !shown.has(project))
  return absent.flatMap(({ stack, zone }) => {
    const cloud = given.zones.find(({ id }) => id === zone)?.cloud.split('/')[0]
    if (cloud === undefined) return []
    const message = {
      zh: `${stack} 的项目不在云 ${cloud} 中`,
      en: `the project of ${stack} is not in the cloud ${cloud}`,
    }
    return [finding<CloudPlace>(isolationCodes.grantAbsent, { cloud }, { message })]
  })
}

/**
 * Clouds that show nothing of what was granted there: an account that is shown nobody else's things is answered with empty
 * lists, and every belief would hold.
 */
export function nothingSeen({ projects, networks }: IsolationModel, given: Given): readonly AnyFinding[] {
  const shown = new Set(projects.map(({ id }) => id))
  const withNetworks = new Set(networks.map(({ project }) => project))
  return given.zones.flatMap(({ id, cloud }) => {
    const granted = [...given.projects.values()].filter(({ zone }) => zone === id)
    const networked = granted.filter(grant => grant.networks.length > 0)
    const isSeen = granted.length === 0 || granted.some(({ project }) => shown.has(project))
    const isReached = networked.length === 0 || networked.some(({ project }) => withNetworks.has(project))
    if (isSeen && isReached) return []
    const [name = cloud] = cloud.split('/')
    const message = {
      zh: `分区 ${id} 有 ${granted.length} 个授予的项目，云 ${name} 一个也没有显示，或者没有显示它们的网络`,
      en: `the zone ${id} has ${granted.length} granted projects, and the cloud ${name} shows none of them, or none of their networks`,
    }
    return [finding<CloudPlace>(isolationCodes.nothingSeen, { cloud: name }, { message })]
  })
}
