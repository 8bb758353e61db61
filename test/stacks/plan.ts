// A plan with one of everything that stacks are made from.
import type { PlatformZone } from '../../generated/types/platform.ts'
import type { SystemManifest, ZoneGrant } from '../../generated/types/system.ts'
import { type DesiredState, desiredState } from '../../lib/desired-state/index.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import { modelOf, system, zone } from '../desired-state/model.ts'

const services = [
  { item: 'ecs.small', quantity: 2 },
  { item: 'evs.ssd', quantity: 100 },
  { item: 'evs.sata', quantity: 50 },
  { item: 'eip.10m', quantity: 1 },
  { item: 'elb.standard', quantity: 1 },
]

function opened(grants: Readonly<Record<string, ZoneGrant>>): SystemManifest['history'] {
  return [{ event: 'opened', on: '2025-01-01', grants }]
}

/** The plan; `overrides` go into both of its zones. */
export function examplePlan(overrides: Partial<PlatformZone> = {}): DesiredState {
  const shebao = system('xs/rsj/shebao', {
    zones: {
      internet: {
        services,
        network: { ipv4: '10.64.0.0/26', ipv6: 'fd6a:64:0:1::/64' },
        ingress: [
          { from: 'internet', protocol: 'tcp', ports: [443] },
          { from: 'self', protocol: 'icmp' },
        ],
      },
      extranet: {
        services,
        network: { ipv4: '10.96.0.0/26' },
        ingress: [{ from: 'system:gaj/hukou', protocol: 'tcp', ports: ['8000-8010'] }],
      },
    },
    history: opened({ internet: { services }, extranet: { services } }),
  })
  const hukou = system('xs/gaj/hukou', {
    zones: { extranet: { services, network: { ipv4: '10.96.1.0/26' } } },
    history: opened({ extranet: { pool: 'exclusive', services: [{ item: 'ecs.small', quantity: 1 }] } }),
  })
  const bare = system('xs/gaj/bare', {
    history: opened({ extranet: { services: [{ item: 'sec.waf', quantity: 1 }] } }),
  })
  const zones = {
    internet: zone({ class: 'internet', ...overrides }),
    extranet: zone({ class: 'extranet', ...overrides }),
  }
  return desiredState(modelOf({ systems: [shebao, hukou, bare], zones }))
}

/** The jobs of a plan that is worked out already. */
export function jobsIn({ asOf, zones }: DesiredState): readonly StackJob[] {
  const outlines = zones.map(zone => ({
    ...zone,
    systems: zone.systems.map(record => ({
      address: record.address,
      record: () => record,
      inherits: () => false,
    })),
    past: [],
  }))
  return jobsOf({ asOf, zones: outlines })
}

/** The job of a stack of a plan, by the stack's name. */
export function jobNamed(name: string, plan: DesiredState = examplePlan()): StackJob {
  const jobs = jobsIn(plan)
  const job = jobs.find(job => job.name === name)
  if (job === undefined) throw new Error(`no stack ${name}: ${jobs.map(job => job.name)}`)
  return job
}
