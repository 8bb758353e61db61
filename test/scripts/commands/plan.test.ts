import { existsSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, site } from '../../deliver/delivery.ts'
import { approvePlatformChange } from '../../deliver/platform-change.ts'

interface Record {
  readonly stacks: readonly {
    readonly stack: string
    readonly status: string
    readonly changes?: { readonly create: number; readonly removed: readonly string[] }
  }[]
}

test('a plan counts what a stack would create, also where what it stands on is not there yet', async () => {
  const place = await site()
  const { status, stdout } = await place.run(['plan', 'ningwu/jiaoyuju@extranet', '--json'])
  const record: Record = JSON.parse(stdout)
  expect(status).toBe(0)
  for (const { stack, status: what, changes } of record.stacks) {
    expect(what).toBe(stack.startsWith('system_') ? 'deferred' : 'planned')
    expect(changes?.create).toBeGreaterThan(0)
  }
  expect(begun(place.trace(), 'plan').some(stack => stack.startsWith('system_'))).toBe(false)
  expect(begun(place.trace(), 'apply')).toEqual([])
  expect(existsSync(place.kept('state', 'platform_extranet.tfstate'))).toBe(false)
})

test('a plan right after an apply is empty, for what is due and for everything', async () => {
  const place = await site()
  await place.run(['apply', 'ningwu/jiaoyuju@extranet', '--yes'])
  const due: Record = JSON.parse((await place.run(['plan', 'ningwu/jiaoyuju@extranet', '--json'])).stdout)
  expect(new Set(due.stacks.map(({ status }) => status))).toEqual(new Set(['unchanged']))
  const all = await place.run(['plan', 'ningwu/jiaoyuju@extranet', '--all', '--lang', 'en'])
  expect(all.stdout).toMatch(/planned.*; resources: 0 to create, 0 to change, 0 to replace, 0 to delete\n$/)
})

test('a plan warns of every resource that goes', async () => {
  const place = await site()
  await place.run(['apply', 'ningwu/jiaoyuju@extranet', '--yes'])
  approvePlatformChange(place)
  const TF_FAKE_DRIFT = 'platform_extranet:openstack_networking_network_v2.egress'
  const { stdout } = await place.run(['plan', 'platform:extranet', '--all', '--lang', 'en'], {
    TF_FAKE_DRIFT,
  })
  expect(stdout).toMatch(/^warning TY6303: platform_extranet openstack_networking_network_v2\.egress: .+$/m)
  expect(stdout).toMatch(/1 to delete\n$/)
})

describe('a plan of everything', () => {
  const scope = 'ningwu/jiaoyuju@extranet'
  const unit = 'unit_extranet_ningwu_jiaoyuju'
  const system = 'system_extranet_ningwu_jiaoyuju_xueji-guanli'
  const project = `${system}-project`

  test('names what lies in our places and is in no state', async () => {
    const place = await site({
      '/projects': { projects: [{ id: 'p1', name: 'sandbox', domain_id: `${unit}-domain` }] },
      '/networks': {
        networks: [
          { id: 'n1', name: 'xueji-guanli', project_id: project },
          { id: 'n2', name: 'xueji-guanli', project_id: 'of-others' },
        ],
      },
      '/security-groups': {
        security_groups: [
          {
            id: `${system}-firewall`,
            name: 'xueji-guanli',
            project_id: project,
            security_group_rules: [{ id: 'r1', direction: 'ingress', protocol: 'tcp' }],
          },
        ],
      },
    })
    await place.run(['apply', scope, '--yes'])
    const planned = await place.run(['plan', scope, '--all', '--json'])
    expect(planned.status).toBe(0)
    expect(JSON.parse(planned.stdout).strays).toEqual([
      { stack: system, kind: 'network', id: 'n1', name: 'xueji-guanli' },
      { stack: system, kind: 'security-group-rule', id: 'r1', name: 'ingress tcp' },
      { stack: unit, kind: 'project', id: 'p1', name: 'sandbox' },
    ])
    const { stdout } = await place.run(['plan', scope, '--all', '--lang', 'en'])
    expect(stdout.match(/^warning TY6304: .+ \((?:n1|r1|p1)\): .+$/gm)).toHaveLength(3)
    expect(place.cloud.requests.filter(line => !line.startsWith('GET'))).toEqual([])
  })

  test('names a domain that is called as ours are, also of a unit that is no longer there', async () => {
    const domains = ['ningwu_jiaoyuju', 'ningwu_chuandaju', 'other_unit', 'default'].map(name => ({
      id: `id-${name}`,
      name,
    }))
    const place = await site({ '/domains': { domains } })
    await place.run(['apply', '--yes'])
    const named = async (...selectors: readonly string[]) => {
      const { stdout } = await place.run(['plan', ...selectors, '--all', '--json'])
      const { strays }: { readonly strays: readonly { readonly stack: string }[] } = JSON.parse(stdout)
      return strays.map(({ stack }) => stack)
    }
    expect(await named(scope)).toEqual([unit])
    expect(await named()).toEqual(
      expect.arrayContaining([unit, 'unit_extranet_ningwu_chuandaju', 'unit_internet_ningwu_chuandaju']),
    )
  })

  test('says when a cloud does not let itself be looked through, and is a plan all the same', async () => {
    const place = await site({ '/subnetpools': 403 })
    await place.run(['apply', scope, '--yes'])
    const { status, stdout } = await place.run(['plan', scope, '--all', '--lang', 'en'])
    expect(status).toBe(0)
    expect(stdout).toMatch(/^warning TY6205: extranet: .+$/m)
  })
})

test('a selector that selects nothing is a mistake, with what may have been meant', async () => {
  const place = await site()
  const { status, stderr } = await place.run(['plan', 'ningwu/jiaoyuj'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/^error TY6102: .+ningwu\/jiaoyuju\?\n$/)
})
