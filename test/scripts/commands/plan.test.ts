import { existsSync } from 'node:fs'
import { expect, test } from 'vitest'
import { begun, site } from '../../deliver/delivery.ts'

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
  expect(existsSync(place.path('.tenantry/state', 'platform_extranet.tfstate'))).toBe(false)
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
  const TF_FAKE_DRIFT = 'platform_extranet:openstack_networking_network_v2.egress'
  const { stdout } = await place.run(['plan', 'platform:extranet', '--all', '--lang', 'en'], {
    TF_FAKE_DRIFT,
  })
  expect(stdout).toMatch(/^warning TY6303: platform_extranet openstack_networking_network_v2\.egress: .+$/m)
  expect(stdout).toMatch(/1 to delete\n$/)
})

test('a selector that selects nothing is a mistake, with what may have been meant', async () => {
  const place = await site()
  const { status, stderr } = await place.run(['plan', 'ningwu/jiaoyuj'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/^error TY6102: .+ningwu\/jiaoyuju\?\n$/)
})
