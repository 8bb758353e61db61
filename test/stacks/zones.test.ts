import { App } from 'cdktf'
import { describe, expect, it } from 'vitest'
import { type DesiredSystem, type DesiredZone, partsWithNetworks } from '../../lib/desired-state/index.ts'
import { PlatformLookup } from '../../stacks/constructs/platform-owner.ts'
import { Project } from '../../stacks/constructs/project.ts'
import { ProjectNetworks } from '../../stacks/constructs/project-networks.ts'
import { ProjectRouter } from '../../stacks/constructs/project-router.ts'
import { Quotas } from '../../stacks/constructs/quotas.ts'
import { SystemStack } from '../../stacks/system-stack.ts'
import { ZoneStack } from '../../stacks/zone-stack.ts'
import { jobNamed } from './plan.ts'

type Of<Z extends string> = { readonly zone: DesiredZone<Z>; readonly record: DesiredSystem<Z> }

function partsOf<Z extends string>({ zone, record }: Of<Z>) {
  const stack = new ZoneStack<Z>(new App(), 'stack', zone)
  const project = new Project<Z>(stack, record)
  const quotas = new Quotas<Z>(stack, { project, quota: record.quota })
  const platform = new PlatformLookup<Z>(stack)
  return { stack, project, quotas, platform }
}

function of<Z extends string>(id: Z): Of<Z> {
  const job = jobNamed(`system_${id}_xs_rsj_shebao`)
  if (job.kind !== 'system') throw new Error('not a system')
  return { zone: { ...job.zone, id }, record: { ...job.record, zone: id } }
}

/**
 * The compiler is the test: each expected error is an error of `tsc` when it is missing. What would be built does not
 * matter, only that every line compiles as soon as both zones are one.
 */
describe('parts of two zones', () => {
  const { zone, record } = of('internet')
  const other = of('extranet')

  it('cannot be joined', () => {
    const { stack, quotas, platform } = partsOf({ zone, record })
    const strange = partsOf(other)
    const { project } = strange
    const parts = partsWithNetworks(record)
    const networks = new ProjectNetworks(stack, { platform, quotas, record, parts })
    const uplink = undefined

    // @ts-expect-error a system of one zone in a stack of the other
    new SystemStack(new App(), zone, other.record)
    // @ts-expect-error quotas for a project of the other zone
    new Quotas(emptyStack(zone), { project, quota: record.quota })
    // @ts-expect-error a network with addresses of the other zone
    new ProjectNetworks(emptyStack(zone), { platform: strange.platform, quotas, record, parts })
    // @ts-expect-error a router of one zone on a network of the other
    new ProjectRouter(emptyStack(zone), { quotas: strange.quotas, networks, uplink, record })

    expect(new ProjectRouter(stack, { quotas, networks, uplink, record })).toBeDefined()
  })
})

function emptyStack<Z extends string>(zone: DesiredZone<Z>): ZoneStack<Z> {
  return new ZoneStack(new App(), 'stack', zone)
}
