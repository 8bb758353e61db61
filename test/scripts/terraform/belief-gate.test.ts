import { expect, test } from 'vitest'
import { desiredState } from '../../../lib/desired-state/index.ts'
import { stackHistoryOf } from '../../../lib/plan-gate/index.ts'
import { beliefGate } from '../../../scripts/terraform/belief-gate.ts'
import { openGate } from '../../../scripts/terraform/gate.ts'
import { stackOfJob } from '../../../scripts/terraform/stacks.ts'
import { writtenOn } from '../../../stacks/written-on.ts'
import { modelOf, system, zone } from '../../desired-state/model.ts'
import { everyBelief } from '../../isolation/proof.ts'
import { jobsIn } from '../../stacks/plan.ts'

const services = [{ item: 'ecs.small', quantity: 1 }]
const history = (zone: string) => [{ event: 'opened', on: '2025-01-01', grants: { [zone]: { services } } }]
const nowhere = { cacheDirectory: undefined, cacheKeyFile: undefined, root: '/nowhere' }

/** Two systems of two zones, each of which names the other's addresses: what no rule of the repository lets pass. */
const sender = system('xs/rsj/shebao', {
  zones: {
    internet: {
      services,
      network: { ipv4: '10.64.0.0/26' },
      egress: [{ to: '10.96.1.0/26', protocol: 'tcp', ports: [443] }],
    },
  },
  history: history('internet'),
})
const receiver = system('xs/gaj/hukou', {
  zones: {
    extranet: {
      services,
      network: { ipv4: '10.96.1.0/26' },
      ingress: [{ from: '10.64.0.0/26', protocol: 'tcp', ports: [443] }],
    },
  },
  history: history('extranet'),
})
const bystander = system('xs/gaj/bare', {
  zones: { extranet: { services, network: { ipv4: '10.96.2.0/26' } } },
  history: history('extranet'),
})

const zones = { internet: zone({ class: 'internet' }), extranet: zone({ class: 'extranet' }) }
const model = modelOf({ systems: [sender, receiver, bystander], zones })
const jobs = jobsIn(desiredState(model))
const stacks = jobs.map(stackOfJob)

/** `<stack> <address>` of each stack that is due and refused; `asked` are those whose surroundings were asked for. */
async function refusedOf(due: readonly string[]) {
  const asked: string[][] = []
  const delivery = {
    jobs,
    stacks,
    beliefs: everyBelief,
    jobsAround: (names: ReadonlySet<string>) => {
      asked.push([...names].sort())
      return jobs
    },
  }
  const dueStacks = stacks.filter(({ name }) => due.includes(name))
  const own = openGate({ historyOf: stack => stackHistoryOf(model, stack, writtenOn), mostRemovals: 0 })
  const gate = await beliefGate(nowhere, delivery, dueStacks, own)
  const plan = { changes: [], drift: [] }
  const refused = dueStacks.flatMap(stack => gate(stack, { plan, configuration: {} }) ?? [])
  const found = refused.flatMap(({ findings = [] }) => findings)
  return { asked, refused: found.map(({ code, stack, address }) => `${code} ${stack} ${address}`) }
}

const sending = 'system_internet_xs_rsj_shebao'
const receiving = 'system_extranet_xs_gaj_hukou'
const beside = 'system_extranet_xs_gaj_bare'
const rule = (way: string, remote: string) =>
  `openstack_networking_secgroup_rule_v2.${way}_tcp_443-443_ipv4_${remote}`
const sent = `TY6507 ${sending} ${rule('egress', '10-96-1-0_26')}`
const received = `TY6507 ${receiving} ${rule('ingress', '10-64-0-0_26')}`

test('refuses whichever side of a way between two zones is due', async () => {
  expect((await refusedOf([sending])).refused).toEqual([sent])
  expect((await refusedOf([receiving])).refused).toEqual([received])
})

test('lets every stack go on that has no part in it', async () => {
  const due = stacks.map(({ name }) => name)
  const { refused } = await refusedOf(due)
  expect(due).toContain(beside)
  expect(refused.toSorted()).toEqual([received, sent])
})

test('looks at what stands around a system, at what stands on a unit, and at everything for a zone', async () => {
  expect((await refusedOf([beside])).asked).toEqual([[beside]])
  const unit = 'unit_extranet_xs_gaj'
  expect((await refusedOf([unit])).asked).toEqual([[beside, receiving, unit]])
  expect((await refusedOf(['platform_extranet'])).asked).toEqual([])
})
