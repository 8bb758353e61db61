import { readFileSync, renameSync, rmSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { tryLock } from '../../../scripts/workspace/run-lock.ts'
import { begun, type Site, site } from '../../deliver/delivery.ts'
import { keepStatesRemotely } from '../../deliver/remote-states.ts'

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
  const rows: readonly Row[] = status === 0 ? JSON.parse(stdout).resources : []
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

test('state list asks the backend that keeps a state, beside whatever run writes', async () => {
  const place = await site()
  await place.run(['apply', few, '--yes'])
  keepStatesRemotely(place)
  for (const stack of [unit, system]) {
    const kept = place.kept('state', `${stack}.tfstate`)
    renameSync(kept, place.beside(`trace.${stack}.tfstate`))
  }
  const writer = tryLock(place.kept('run.lock'))
  const { status, rows, stderr } = await state(place, 'list', few)
  expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
  expect(new Set(rows.map(({ stack }) => stack))).toEqual(new Set([unit, system]))
  if ('release' in writer) writer.release()
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

  test('has the cloud drop what it keeps of the project, but for what the state goes on to have', async () => {
    const id = `${system}-project`
    const policies: object[] = [{ id: 'of nobody', target_tenant: id, project_id: 'runner' }]
    const place = await site({
      '/quotas': { quotas: [{ project_id: id }] },
      '/rbac-policies': { rbac_policies: policies },
    })
    await place.run(['apply', few, '--yes'])
    const { rows } = await state(place, 'list', system)
    const [ours] = rows.filter(({ address }) => address.startsWith('openstack_networking_rbac_policy_v2.'))
    policies.push({
      id: ours?.id ?? expect.fail('the stack has no policy'),
      target_tenant: id,
      project_id: 'runner',
    })
    place.cloud.hide(path => path.endsWith(`/projects/${id}`))
    expect((await state(place, 'forget', system, project)).status).toBe(0)
    const dropped = place.cloud.requests.filter(line => line.startsWith('DELETE'))
    expect(dropped).toEqual([
      `DELETE /os-quota-sets/${id}`,
      `DELETE /os-quota-sets/${id}`,
      'DELETE /v2.0/rbac-policies/of%20nobody',
      `DELETE /v2.0/quotas/${id}`,
    ])
  })

  test('has nothing dropped on somebody’s word alone', async () => {
    const place = await site()
    await place.run(['apply', few, '--yes'])
    place.cloud.hide(path => path.startsWith('/v3/'))
    const { status } = await state(place, 'forget', system, project, '--gone', 'the cloud was rebuilt')
    expect(status).toBe(0)
    expect(place.cloud.requests.filter(line => line.startsWith('DELETE'))).toEqual([])
  })

  test('says what is lacking, and is no defect, where the cloud does not answer', async () => {
    const place = await site({ '/quotas': 503 })
    await place.run(['apply', few, '--yes'])
    place.cloud.hide(path => path.endsWith(`/projects/${system}-project`))
    const before = addressesIn(place, system)
    const { status, stderr } = await state(place, 'forget', system, project)
    expect(status).toBe(3)
    expect(stderr).toMatch(/^error TY6207: .+\n$/)
    expect(addressesIn(place, system)).toEqual(before)
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

describe('state sweep', () => {
  const gone = 'a project that is gone'
  const holding = (more: object = {}) => ({
    '/projects': { projects: [{ id: 'runner' }] },
    '/quotas': { quotas: [{ project_id: gone }, { project_id: 'runner' }] },
    ...more,
  })
  const isGone = (path: string) => decodeURIComponent(path).endsWith(`/projects/${gone}`)

  test('has the cloud drop what it keeps of a project that is gone', async () => {
    const place = await site(holding())
    place.cloud.hide(isGone)
    const { status, rows } = await state(place, 'sweep', 'zone:extranet', gone)
    expect({ status, rows }).toEqual({
      status: 0,
      rows: [{ kind: 'network-quota', id: gone, name: '', owner: gone }],
    })
    const path = encodeURIComponent(gone)
    expect(place.cloud.requests.filter(line => line.startsWith('DELETE'))).toEqual([
      `DELETE /os-quota-sets/${path}`,
      `DELETE /os-quota-sets/${path}`,
      `DELETE /v2.0/quotas/${path}`,
    ])
  })

  test('drops nothing while anything lies in the project, and names it line by line', async () => {
    const place = await site(
      holding({
        '/servers': { servers: [{ id: 's1', name: 'web' }] },
        '/volumes': { volumes: [{ id: 'v1', name: 'data' }] },
      }),
    )
    place.cloud.hide(isGone)
    const { status, stdout, stderr } = await place.run(['state', 'sweep', 'zone:extranet', gone])
    expect(status).toBe(1)
    expect(stdout).toBe(`! server web (s1), in ${gone}\n! volume data (v1), in ${gone}\n`)
    expect(stderr).toMatch(/^error TY6414: .+\n {4}→ .+\n$/)
    expect(place.cloud.requests.filter(line => line.startsWith('DELETE'))).toEqual([])
  })

  test.each([
    ['a project that stands', ['zone:extranet', 'standing'], 3, 'TY6413'],
    ['more than one zone', ['*', gone], 2, 'TY6415'],
    ['a zone that is none', ['zone:moon', gone], 2, 'TY6102'],
  ])('refuses %s', async (_, argv, wanted, code) => {
    const place = await site(holding())
    place.cloud.hide(isGone)
    const { status, stderr } = await state(place, 'sweep', ...argv)
    expect({ status, stderr }).toEqual({
      status: wanted,
      stderr: expect.stringMatching(new RegExp(`^error ${code}: `)),
    })
    expect(place.cloud.requests.filter(line => line.startsWith('DELETE'))).toEqual([])
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
