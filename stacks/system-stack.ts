import type { Construct } from 'constructs'
import { type DesiredSystem, type DesiredZone, partsWithNetworks } from '../lib/desired-state/index.ts'
import { Access } from './constructs/access.ts'
import { Firewalls } from './constructs/firewalls.ts'
import { PlatformLookup } from './constructs/platform-owner.ts'
import { Project } from './constructs/project.ts'
import { ProjectNetworks } from './constructs/project-networks.ts'
import { ProjectRouter } from './constructs/project-router.ts'
import { Quotas } from './constructs/quotas.ts'
import { Uplink } from './constructs/uplink.ts'
import { stackName } from './names.ts'
import { ZoneStack } from './zone-stack.ts'

/** One information system in one zone: its project, and all that its grant gives it there. */
export class SystemStack<Z extends string> extends ZoneStack<Z> {
  constructor(scope: Construct, zone: DesiredZone<Z>, record: DesiredSystem<NoInfer<Z>>) {
    super(scope, stackName.system(zone.id, record.jurisdiction, record.unit, record.system), zone)
    const project = new Project<Z>(this, record)
    const quotas = new Quotas<Z>(this, { project, quota: record.quota })
    new Access<Z>(this, { project, record })
    const parts = partsWithNetworks(record)
    if (parts.length === 0) return
    const platform = new PlatformLookup<Z>(this)
    const networks = new ProjectNetworks<Z>(this, { platform, quotas, record, parts })
    const uplink =
      record.uplink && new Uplink<Z>(this, { platform, project, quotas, record, ...record.uplink })
    new ProjectRouter<Z>(this, { quotas, networks, uplink, record })
    new Firewalls<Z>(this, { quotas, record, parts })
  }
}
