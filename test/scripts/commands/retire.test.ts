import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { begun, type Site, site } from '../../deliver/delivery.ts'

const unit = 'ningwu/weijianju'
const system = 'ningwu/weijianju/yimiao-yuyue'
const stack = 'system_internet_ningwu_weijianju_yimiao-yuyue'
const unitStack = 'unit_internet_ningwu_weijianju'
const file = 'tenants/ningwu/weijianju/yimiao-yuyue.yaml'
const other = 'system_extranet_ningwu_weijianju_jiankang-dangan'

interface Answer {
  readonly stacks: readonly {
    readonly stack: string
    readonly status: string
    readonly changes?: { readonly delete: number; readonly removed: readonly string[] }
    readonly failure?: {
      readonly code: string
      readonly diagnostics: readonly { readonly summary: string }[]
    }
  }[]
  readonly leaked: readonly string[]
  readonly ended: readonly { readonly stack: string; readonly event: string; readonly resources: number }[]
}

async function answered(place: Site, ...argv: readonly string[]) {
  const { status, stdout } = await place.run([...argv, '--json'])
  const answer: Answer = JSON.parse(stdout)
  return { status, ...answer, of: (name: string) => answer.stacks.find(({ stack }) => stack === name) }
}

/** A unit of which one system lives in the extranet, and another one stood in the internet zone and has ended since. */
async function withEnded(holding: Parameters<typeof site>[0] = {}) {
  const place = await site(holding)
  await place.run(['apply', unit, '--yes', '--at', '2024-01-01'])
  expect(existsSync(place.kept('state', `${stack}.tfstate`))).toBe(true)
  return place
}

function addressesOf(place: Site, name: string): readonly string[] {
  const state: { readonly resources: readonly { readonly type: string; readonly name: string }[] } =
    JSON.parse(readFileSync(place.kept('state', `${name}.tfstate`), 'utf8'))
  return state.resources.map(({ type, name }) => `${type}.${name}`)
}

const access = [
  'openstack_identity_role_assignment_v3.auditors',
  'openstack_identity_role_assignment_v3.operators',
]

function edit(place: Site, edited: (text: string) => string): void {
  writeFileSync(place.path(file), edited(readFileSync(place.path(file), 'utf8')))
}

describe('a system whose exit is through', () => {
  test('loses the access to it by any apply, which plan shows, and nothing else', async () => {
    const place = await withEnded()
    const planned = await answered(place, 'plan', unit)
    expect(planned.status).toBe(0)
    expect(planned.of(stack)).toMatchObject({ status: 'planned', changes: { removed: access } })
    expect(planned.leaked).toEqual([])

    const before = addressesOf(place, stack)
    const applied = await answered(place, 'apply', unit, '--yes')
    expect(applied.of(stack)).toMatchObject({ status: 'applied', changes: { removed: access } })
    expect(addressesOf(place, stack)).toEqual(before.filter(address => !access.includes(address)))
    expect(applied.ended).toEqual([
      { stack, event: 'data-handed-over', on: '2024-11-08', resources: before.length - access.length },
      { stack: unitStack, event: 'data-handed-over', on: '2024-11-08', resources: 3 },
    ])
    expect(begun(place.trace(), 'destroy')).toEqual([])
    expect((await answered(place, 'apply', unit, '--yes')).of(stack)?.status).toBe('unchanged')
  })

  test('is named in the plan with the event that ended it, and the flag by which it goes', async () => {
    const place = await withEnded()
    const { stdout } = await place.run(['plan', unit])
    expect(stdout).toMatch(
      /^warning TY6306: system_internet_\S+yimiao-yuyue \(data-handed-over 2024-11-08, \d+ resources\): /m,
    )
    expect(stdout).toContain('tenantry apply --retire')
    expect(stdout).not.toContain('TY6302')
    expect(stdout).not.toContain('TY6303')
  })

  test('goes by an apply that is told to retire, with the domain of its unit in that zone, and no other', async () => {
    const place = await withEnded()
    const standing = [other, 'unit_extranet_ningwu_weijianju', 'platform_internet'].map(name =>
      addressesOf(place, name),
    )
    const planned = await answered(place, 'plan', '--retire', unit)
    expect(planned.of(stack)?.changes?.delete).toBe(addressesOf(place, stack).length - 1)
    expect(planned.of(unitStack)?.changes?.delete).toBe(5)
    const { status, of, ended } = await answered(place, 'apply', '--retire', unit, '--yes')
    expect(status).toBe(0)
    expect([of(stack)?.status, of(unitStack)?.status]).toEqual(['destroyed', 'destroyed'])
    expect(ended).toEqual([])
    expect(begun(place.trace(), 'destroy')).toEqual([stack, unitStack])
    expect(existsSync(place.kept('state', `${stack}.tfstate`))).toBe(false)
    expect(
      [other, 'unit_extranet_ningwu_weijianju', 'platform_internet'].map(name => addressesOf(place, name)),
    ).toEqual(standing)
    const after = await answered(place, 'plan')
    expect([after.ended, after.leaked]).toEqual([[], []])
  })

  test('stays while a tenant has anything in it, one object a line, and the others go on', async () => {
    const place = await withEnded({
      '/servers': (query: URLSearchParams) => ({
        servers:
          query.get('project_id') === `${stack}-project`
            ? [
                { id: 's1', name: 'web' },
                { id: 's2', name: 'db' },
              ]
            : [],
      }),
    })
    for (const verb of [['plan'], ['apply', '--yes']]) {
      const { status, of } = await answered(place, ...verb, '--retire')
      expect(status).toBe(1)
      expect(of(stack)?.failure?.code).toBe('TY6401')
      expect(of(stack)?.failure?.diagnostics.map(({ summary }) => summary)).toEqual([
        `server web (s1), in ${stack}-project`,
        `server db (s2), in ${stack}-project`,
      ])
      expect(of(unitStack)?.status).toBe('skipped')
      expect(['planned', 'applied', 'deferred', 'unchanged']).toContain(of(other)?.status)
    }
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })

  test('is left alone by an account that does not see it', async () => {
    const place = await withEnded()
    place.cloud.hide(path => path.startsWith('/v2.0/'))
    const { status, of } = await answered(place, 'apply', '--retire', system, '--yes')
    expect(status).toBe(1)
    expect(of(stack)?.failure?.code).toBe('TY6220')
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })

  test('goes on where a removal was broken off', async () => {
    const place = await withEnded()
    writeFileSync(place.kept('state', `${stack}.removing.json`), '{"version":1,"projects":[]}')
    place.cloud.hide(path => path.includes(`/${stack}-`))
    const planned = await answered(place, 'plan', '--retire', system)
    expect([planned.status, planned.of(stack)?.status]).toEqual([0, 'planned'])
    expect((await answered(place, 'apply', '--retire', system, '--yes')).of(stack)?.status).toBe('destroyed')
  })
})

describe('a removal that was broken off when the state was empty', () => {
  test('is remembered by a plan and an apply like any other, and brought to its end by one that retires', async () => {
    const place = await withEnded()
    const removing = place.kept('state', `${stack}.removing.json`)
    writeFileSync(place.kept('state', `${stack}.tfstate`), '{"version":4,"resources":[]}')
    writeFileSync(removing, '{"version":1,"projects":["p-gone"]}')
    for (const verb of [['plan'], ['apply', '--yes']]) {
      const plain = await answered(place, ...verb, system)
      expect([plain.of(stack)?.status, plain.ended.map(each => each.stack)]).toEqual(['unchanged', [stack]])
    }
    expect(existsSync(removing)).toBe(true)
    const retired = await answered(place, 'apply', '--retire', system, '--yes')
    expect(retired.of(stack)?.status).toBe('destroyed')
    expect(place.cloud.requests).toContain('DELETE /os-quota-sets/p-gone')
    expect(existsSync(removing)).toBe(false)
  })
})

describe('a system whose exit is not through', () => {
  test.each([
    ['asked for', /\n {2}- event: exit-approved[\s\S]*/],
    ['approved', /\n {2}- event: data-handed-over[\s\S]*/],
  ])('keeps all access while the exit is only %s, and no flag takes it away', async (_, rest) => {
    const place = await withEnded()
    edit(place, text => text.replace(rest, '\n'))
    const before = addressesOf(place, stack)
    const { status, of, ended } = await answered(place, 'apply', '--retire', unit, '--yes')
    expect(status).toBe(0)
    expect(of(stack)?.status).toBe('unchanged')
    expect(ended).toEqual([])
    expect(addressesOf(place, stack)).toEqual(before)
  })

  test('is not taken for one that is, where the handover lacks its papers', async () => {
    const place = await withEnded()
    edit(place, text =>
      text.replace('      - { type: 数据清除证明, number: YM-QC-01, on: 2024-11-08 }\n', ''),
    )
    const { status, stdout } = await place.run(['apply', '--retire', unit, '--yes', '--json'])
    expect(status).toBe(1)
    expect(stdout).toContain('TY4201')
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })

  test('nor where its manifest is gone: that is a leak', async () => {
    const place = await withEnded()
    rmSync(place.path(file))
    const { leaked, ended } = await answered(place, 'apply', '--retire', '--yes')
    expect([leaked, ended]).toEqual([[stack, unitStack], []])
    expect(begun(place.trace(), 'destroy')).toEqual([])
  })
})
