import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { listAt, textAt } from '../../lib/deliver/json.ts'
import { app, db, tiered } from '../check/rules/tier-edits.ts'
import { stacksThat, tenantry } from './command.ts'
import { copyRepository, type Repository } from './repository.ts'
import { inventories, inventoriesBefore, inventoriesDue, openZones, type Zone } from './zones.ts'

const file = 'tenants/jiuquan/guazhou/zhihui-chengguan.yaml'
const stack = 'system_internet_jiuquan_guazhou_zhihui-chengguan'

const inGrant = (text: string) => text.replaceAll(/ {8}network: .*\n/g, '').replaceAll(/^(?=.)/gm, '    ')

/** Its name comes between those of two others, so that all that waits for one another is threaded anew. */
const cache = `      cache:
        network: { ipv4: 10.64.9.192/26 }
        ingress:
          - { from: self, protocol: tcp, ports: [6379] }
`

describe.skipIf(inject('cloudsFile') === undefined)('a system of tiers', () => {
  let repository: Repository
  let zones: readonly Zone[]

  beforeAll(async () => {
    repository = copyRepository('jiuquan/guazhou')
    for (const [path, before, after = ''] of tiered) repository.replace(path, before, after)
    zones = await openZones(repository)
  })

  afterAll(async () => {
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  })

  it('stands as it is asked for: networks, subnets, groups and quotas', async () => {
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
  })

  it('is at rest, and is proven by what the clouds have', async () => {
    const planned = await tenantry(repository, 'plan', '--all')
    expect(planned.status, planned.output).toBe(0)
    expect([...planned.stacks].filter(([, { changes }]) => changes > 0)).toEqual([])
    const { strange, tiers } = await provenLive()
    expect(strange).toEqual([])
    expect(tiers).toHaveLength(12)
  })

  it('is found out where the group of one tier opens what another was granted', async () => {
    const admin = zone('internet').admin
    const [group] = await admin.list('network', '/security-groups', 'security_groups', {
      name: 'zhihui-chengguan_db',
    })
    const { body } = await admin.request('network', 'POST', '/security-group-rules', {
      body: {
        security_group_rule: {
          security_group_id: textAt(group, 'id'),
          tenant_id: textAt(group, 'project_id'),
          direction: 'ingress',
          ethertype: 'IPv4',
          protocol: 'tcp',
          port_range_min: 443,
          port_range_max: 443,
          remote_ip_prefix: '0.0.0.0/0',
        },
      },
    })
    expect((await provenLive()).strange).toEqual([textAt(body, 'security_group_rule', 'id')])
    const rule = textAt(body, 'security_group_rule', 'id') ?? expect.fail('no rule was made')
    await admin.request('network', 'DELETE', `/security-group-rules/${rule}`)
  })

  it('gets one more and touches none of the others', async () => {
    repository.replace(file, `${app}${db}`, `${app}${cache}${db}`)
    repository.replace(file, inGrant(`${app}${db}`), inGrant(`${app}${cache}${db}`))
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
    expect(stacksThat(run, 'applied')).toEqual([stack])
    expect(run.stacks.get(stack)?.removed).toEqual([])
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
    const planned = await tenantry(repository, 'plan', '--all')
    expect([...planned.stacks].filter(([, { changes }]) => changes > 0)).toEqual([])
  })

  it('loses none without an event that lets it go', async () => {
    repository.replace(file, cache, '')
    repository.replace(file, inGrant(cache), '')
    const planned = await tenantry(repository, 'plan')
    expect(planned.stacks.get(stack)?.code, planned.output).toBe('TY6502')
  })

  it('is destroyed without a trace', async () => {
    const run = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(run.status, run.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
  })

  /**
   * Rules of declared groups that no grant opens, and what is told of tiers. The group `default`, which Neutron makes, is
   * always among what no grant opens.
   */
  async function provenLive() {
    const { output } = await tenantry(repository, 'prove', '--live', 'zone:internet')
    const proof: unknown = JSON.parse(output.slice(output.indexOf('{\n')))
    const beyond = listAt(proof, 'findings').filter(
      found =>
        textAt(found, 'code') === 'TY5212' && textAt(found, 'object', 'kind') === 'security-group-rule',
    )
    return { strange: beyond.map(found => textAt(found, 'object', 'id')), tiers: listAt(proof, 'tiers') }
  }

  function zone(id: string): Zone {
    return zones.find(each => each.id === id) ?? expect.fail(`no zone ${id}`)
  }
})
