import { readFileSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, type Site, site } from '../../deliver/delivery.ts'

const unit = 'unit_extranet_ningwu_jiaoyuju'
const system = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
const few = 'ningwu/jiaoyuju@extranet'
const project = 'openstack_identity_project_v3.project'

interface Row {
  readonly stack?: string
  readonly address: string
  readonly id: string
}

async function state(place: Site, ...argv: readonly string[]) {
  const { status, stdout, stderr } = await place.run(['state', ...argv, '--json'])
  const rows: readonly Row[] = status === 0 ? JSON.parse(stdout) : []
  return { status, stderr, rows }
}

function addressesIn(place: Site, stack: string): readonly string[] {
  const file = place.kept('state', `${stack}.tfstate`)
  const { resources }: { readonly resources: readonly { readonly type: string; readonly name: string }[] } =
    JSON.parse(readFileSync(file, 'utf8'))
  return resources.map(({ type, name }) => `${type}.${name}`)
}

test('state list shows what the states have, and asks no cloud for it', async () => {
  const place = await site()
  await place.run(['apply', few, '--yes'])
  const asked = place.cloud.requests.length
  const { rows } = await state(place, 'list', few)
  expect(rows.filter(({ stack }) => stack === system).map(({ address }) => address)).toEqual(
    addressesIn(place, system),
  )
  expect(rows).toContainEqual({
    stack: system,
    address: project,
    kind: 'project',
    id: `${system}-project`,
    name: 'xueji-guanli',
  })
  expect(place.cloud.requests).toHaveLength(asked)
})

describe('state forget', () => {
  test('takes out what the cloud no longer has with what was only set on it, and leaves what may stand', async () => {
    const place = await site()
    await place.run(['apply', few, '--yes'])
    place.cloud.hide(path => path.endsWith(`/projects/${system}-project`))
    const before = addressesIn(place, system)
    const { status, rows } = await state(place, 'forget', system, project)
    expect(status).toBe(0)
    expect(rows[0]).toMatchObject({ address: project, id: `${system}-project` })
    const after = addressesIn(place, system)
    expect(after).not.toContain(project)
    expect(after.filter(address => /network_v2|router_v2|subnet_v2|secgroup_v2/.test(address))).toEqual(
      before.filter(address => /network_v2|router_v2|subnet_v2|secgroup_v2/.test(address)),
    )
    const { stdout } = await place.run(['plan', few, '--json'])
    expect(stdout).not.toContain('TY6219')
  })

  test.each([
    ['what stands', [project], () => false, 'TY6404'],
    ['what the state does not have', ['openstack_identity_project_v3.nothing'], () => false, 'TY6405'],
    [
      'what may only be hidden',
      ['openstack_networking_network_v2.network'],
      (path: string) => path.startsWith('/v2.0'),
      'TY6220',
    ],
  ])('refuses %s', async (_, addresses, isHidden, code) => {
    const place = await site()
    await place.run(['apply', few, '--yes'])
    const before = addressesIn(place, system)
    place.cloud.hide(isHidden)
    const { status, stderr } = await state(place, 'forget', system, ...addresses)
    expect(status).toBe(1)
    expect(stderr).toMatch(new RegExp(`^error ${code}: .+\\n$`))
    expect(addressesIn(place, system)).toEqual(before)
  })

  test('takes somebody’s word where the cloud shows nothing of the service, with a reason', async () => {
    const place = await site()
    await place.run(['apply', few, '--yes'])
    place.cloud.hide(path => path.startsWith('/v2.0'))
    const address = 'openstack_networking_network_v2.network'
    const { status } = await state(place, 'forget', system, address, '--gone', 'the cloud was rebuilt')
    expect(status).toBe(0)
    expect(addressesIn(place, system)).not.toContain(address)
  })

  test('wants one stack', async () => {
    const place = await site()
    const { status, stderr } = await state(place, 'forget', 'ningwu/jiaoyuju', project)
    expect(status).toBe(2)
    expect(stderr).toMatch(/^error TY6406: .+\n$/)
  })
})

test('state adopt writes into a state what stands of its stack, so that a destroy finds it', async () => {
  const domains: unknown[] = []
  const place = await site({ '/domains': { domains } })
  await place.run(['apply', few, '--yes'])
  rmSync(place.kept('state', `${unit}.tfstate`))
  domains.push({ id: 'd1', name: 'ningwu_jiaoyuju', description: '宁武县教育局（示例）' })
  const { status, rows } = await state(place, 'adopt', unit)
  expect({ status, rows: rows.map(({ address, id }) => `${address} ${id}`) }).toEqual({
    status: 0,
    rows: ['openstack_identity_project_v3.domain d1'],
  })
  expect(addressesIn(place, unit)).toEqual(['openstack_identity_project_v3.domain'])
  expect(begun(place.trace(), 'import')).toEqual([unit])
  domains.splice(0, 1, { id: 'd2', name: 'ningwu_jiaoyuju', description: 'of somebody else' })
  rmSync(place.kept('state', `${unit}.tfstate`))
  const foreign = await state(place, 'adopt', unit)
  expect(foreign.status).toBe(1)
  expect(foreign.stderr).toMatch(/^error TY6202: .+\n$/)
})
