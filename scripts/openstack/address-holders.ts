// Subnets that hold the addresses of one that is to be made.

import { textAt } from '../../lib/deliver/json.ts'
import type { CloudThing } from '../../lib/deliver/thing.ts'
import type { OpenStack } from './index.ts'
import { readProject } from './read-back.ts'

export interface AddressHolder extends CloudThing {
  /** Whether its project is gone. */
  readonly isOrphan: boolean
}

/** Those of a pool with the same range that another project has, or none any more. */
export async function addressHolders(
  cloud: OpenStack,
  cidr: string,
  address: string,
  ownProject: string | undefined,
): Promise<readonly AddressHolder[]> {
  const entries = await cloud.list('network', '/subnets', 'subnets', { cidr })
  const others = entries.filter(
    entry =>
      textAt(entry, 'cidr') === cidr &&
      textAt(entry, 'subnetpool_id') !== undefined &&
      textAt(entry, 'project_id') !== ownProject,
  )
  return await Promise.all(
    others.map(async entry => {
      const owner = textAt(entry, 'project_id') ?? ''
      const id = textAt(entry, 'id') ?? ''
      const note = `${cidr}, network ${textAt(entry, 'network_id') ?? ''}`
      const thing = { kind: 'subnet', id, name: textAt(entry, 'name') ?? '', owner, address, note }
      return { ...thing, isOrphan: !(await readProject(cloud, owner)) }
    }),
  )
}
