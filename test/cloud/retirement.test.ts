// A system goes through its exit to the end, in sight of its people and beside others that go on.
import { appendFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import { textAt } from '../../lib/deliver/json.ts'
import type { OpenStack } from '../../scripts/openstack/index.ts'
import { type Person, signIn } from './clouds.ts'
import { stacksThat, tenantry, tenantryAsWritten } from './command.ts'
import { copyRepository, type Repository } from './repository.ts'
import { addOperator, operators, removeOperators } from './tenant.ts'
import { inventories, inventoriesBefore, inventoriesDue, openZones, type Zone } from './zones.ts'

/** Its exit is approved. */
const jiankang = {
  name: 'jiankang-dangan',
  file: 'tenants/ningwu/weijianju/jiankang-dangan.yaml',
  domain: 'ningwu_weijianju',
  stack: 'system_extranet_ningwu_weijianju_jiankang-dangan',
  unit: 'unit_extranet_ningwu_weijianju',
}
const xueji = {
  selector: 'ningwu/jiaoyuju/xueji-guanli',
  stack: 'system_extranet_ningwu_jiaoyuju_xueji-guanli',
}
const access = [
  'openstack_identity_role_assignment_v3.auditors',
  'openstack_identity_role_assignment_v3.operators',
]
const handover = `  - event: data-handed-over
    on: 2026-11-22
    source: { paper: JK-YJ-01 }
    papers:
      - { type: 数据移交清单, number: JK-YJ-01, on: 2026-11-22 }
      - { type: 数据清除证明, number: JK-QC-01, on: 2026-11-22 }
`

describe.skipIf(inject('cloudsFile') === undefined)('a system at its end', () => {
  let repository: Repository
  let zones: readonly Zone[]
  let person: Person
  let theirs: string
  const project = { name: jiankang.name, domain: jiankang.domain }

  beforeAll(async () => {
    repository = copyRepository('ningwu/jiaoyuju', 'ningwu/weijianju')
    zones = await openZones(repository)
    const run = await tenantry(repository, 'apply', '--yes')
    expect(run.status, run.output).toBe(0)
    const admin = extranet(zones)
    person = await addOperator(admin, jiankang.domain)
    const api = await signIn('extranet', person, project)
    const [network] = await api.list('network', '/networks', 'networks', { name: jiankang.name })
    const port = { name: 'theirs', network_id: textAt(network, 'id') }
    const { body } = await api.request('network', 'POST', '/ports', { body: { port } })
    theirs = textAt(body, 'port', 'id') ?? expect.fail('no port')
  })

  afterAll(async () => {
    for (const { admin } of zones) await removeOperators(admin)
    await tenantry(repository, 'destroy', '*', '--confirm', '*')
    repository.remove()
  })

  it('is not destroyed before, and each step that is still to come is named', async () => {
    const before = await inventories(zones)
    for (const selector of [xueji.selector, 'ningwu/weijianju@extranet']) {
      const run = await tenantryAsWritten(repository, 'destroy', selector, '--confirm', selector)
      expect(run.status, run.output).toBe(1)
      expect([...run.stacks.values()].map(({ code }) => code)).toContain('TY6407')
      expect(run.output).toContain('数据清除证明')
    }
    const kept = await tenantryAsWritten(repository, 'apply', '--retire', '--yes')
    expect(kept.status, kept.output).toBe(0)
    expect(stacksThat(kept, 'unchanged')).toEqual([...kept.stacks.keys()].sort())
    expect(await inventories(zones)).toEqual(before)
    await signIn('extranet', person, project)
  })

  it('loses its people’s access once its data is handed over, by an apply like any other', async () => {
    appendFileSync(join(repository.root, jiankang.file), handover)
    const planned = await tenantry(repository, 'plan')
    expect(planned.status, planned.output).toBe(0)
    expect(planned.stacks.get(jiankang.stack)?.removed).toEqual(access)
    expect(planned.ended).toEqual([jiankang.stack, jiankang.unit])
    const applied = await tenantry(repository, 'apply', '--yes')
    expect(applied.status, applied.output).toBe(0)
    expect(stacksThat(applied, 'applied')).toEqual([jiankang.stack, jiankang.unit])
    await expect(signIn('extranet', person, project)).rejects.toMatchObject({ finding: { code: 'TY6009' } })
  })

  it('stays while anything is left in it, and while anybody is in the domain of its unit', async () => {
    const admin = extranet(zones)
    const planned = await tenantry(repository, 'plan', '--retire')
    expect(planned.status, planned.output).toBe(1)
    expect(planned.stacks.get(jiankang.stack)?.code).toBe('TY6401')
    expect(planned.output).toContain(theirs)
    const refused = await tenantry(repository, 'apply', '--retire', '--yes')
    expect(refused.status, refused.output).toBe(1)
    expect(stacksThat(refused, 'destroyed')).toEqual([])

    await admin.request('network', 'DELETE', `/ports/${theirs}`)
    const [operator] = await operators(admin)
    const half = await tenantry(repository, 'apply', '--retire', '--yes')
    expect(half.status, half.output).toBe(1)
    expect(stacksThat(half, 'destroyed')).toEqual([jiankang.stack])
    expect(half.stacks.get(jiankang.unit)?.code).toBe('TY6401')
    expect(half.output).toContain(textAt(operator, 'id'))
  })

  it('goes without a trace, and all others stand as they stood', async () => {
    for (const { admin } of zones) await removeOperators(admin)
    const run = await tenantry(repository, 'apply', '--retire', '--yes')
    expect(run.status, run.output).toBe(0)
    expect(stacksThat(run, 'destroyed')).toEqual([jiankang.unit])
    expect(await inventories(zones)).toEqual(await inventoriesDue(zones, repository))
    const after = await tenantry(repository, 'plan', '--all')
    expect(after.status, after.output).toBe(0)
    expect([...after.stacks].filter(([, { changes }]) => changes > 0)).toEqual([])
    expect([after.ended, after.leaked, after.strays]).toEqual([[], [], []])
  })

  it('takes a reason where the end of the others is not proven', async () => {
    const refused = await tenantryAsWritten(repository, 'destroy', '*', '--confirm', '*')
    expect(refused.status, refused.output).toBe(1)
    const run = await tenantry(repository, 'destroy', '*', '--confirm', '*')
    expect(run.status, run.output).toBe(0)
    expect(await inventories(zones)).toEqual(await inventoriesBefore(zones))
  })
})

function extranet(zones: readonly Zone[]): OpenStack {
  return zones.find(({ id }) => id === 'extranet')?.admin ?? expect.fail('no zone extranet')
}
