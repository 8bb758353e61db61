import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { exampleTree } from '../../documents.ts'
import { runHere, testDay } from '../harness.ts'

test('show tells what a system holds in each zone, its quota, networks and uplink', async () => {
  const { status, stdout } = await runHere(['show', 'xishuangbanna/rensheju', '--lang', 'zh'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^xishuangbanna\/rensheju\/shebao-jingban {2}.+等保3级/)
  expect(stdout).toMatch(/^ {2}政务外网区域 · 共享资源池$/m)
  expect(stdout).toMatch(/^ {4}配额：\d+ 核，内存 \d+ GiB，块存储 \d+ GiB$/m)
  expect(stdout).toMatch(/^ {4}网段：[\d.]+\/\d+ {2}extranet-ipv4$/m)
})

test.each(['show', 'status'])(
  '%s lists what stands open by inheritance, and nothing that was granted',
  async command => {
    const { stdout } = await runHere([command, 'xishuangbanna/rensheju/shebao-jingban', '--lang', 'zh'])
    expect(stdout).toContain('沿用的访问规则')
    expect(stdout).toContain('    互联网区域入向（internet tcp 443）\n')
    expect(stdout).toContain('    互联网区域至政务外网区域跨区交换（gap-01 tcp 8443）\n')
    const granted = await runHere([command, 'jiuquan/guazhou/zhihui-chengguan', '--lang', 'zh'])
    expect(granted.stdout).not.toContain('沿用的访问规则')
    const ended = await runHere([command, 'xishuangbanna/rensheju/xinchou-chaxun', '--lang', 'zh'])
    expect(ended.stdout).not.toContain('沿用的访问规则')
  },
)

test.each(['show', 'status'])('%s --json gives programs the same openings', async command => {
  const { stdout } = await runHere([command, 'xishuangbanna/rensheju/shebao-jingban', '--json'])
  const [{ inherited }] = JSON.parse(stdout).systems
  expect(inherited).toContainEqual({
    direction: 'ingress',
    scope: 'internet',
    peer: 'internet',
    protocol: 'tcp',
    ports: [443],
  })
})

test('show --json gives programs the same systems', async () => {
  const { stdout } = await runHere(['show', '--json'])
  const { systems } = JSON.parse(stdout)
  expect(systems.length).toBeGreaterThanOrEqual(8)
  expect(systems.map(({ system }: { system: string }) => system)).toEqual(
    systems.map(({ system }: { system: string }) => system).toSorted(),
  )
})

test('show tells the past with --at', async () => {
  const now = JSON.parse((await runHere(['show', '--json', '--at', testDay])).stdout).systems
  const before = JSON.parse((await runHere(['show', '--json', '--at', '2020-01-01'])).stdout).systems
  expect(now.some(({ grants }: { grants: unknown[] }) => grants.length > 0)).toBe(true)
  expect(before.every(({ grants }: { grants: unknown[] }) => grants.length === 0)).toBe(true)
})

test('show of an unknown system is a usage error that names the likely one', async () => {
  const { status, stderr } = await runHere(['show', 'xishuangbanna/renshejv'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/^error TY9010: .+did you mean xishuangbanna\/rensheju\?\n$/)
})

describe('a manifest that cannot be understood', () => {
  const broken = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'

  function brokenTree(): string {
    const root = exampleTree()
    writeFileSync(join(root, broken), 'kind: [')
    rmSync(join(root, 'tenants/xishuangbanna/rensheju/xinchou-chaxun.yaml'))
    return root
  }

  test.each(['show', 'status', 'deadlines'])('is named by %s as left out of its answer', async command => {
    const root = brokenTree()
    const all = await runHere([command, '--root', root])
    expect(all.status).toBe(1)
    expect(all.stderr).toMatch(
      /^warning TY9020: tenants\/xishuangbanna\/rensheju\/shebao-jingban\.yaml .+\n$/,
    )
    expect(all.stdout).not.toBe('')
    const json = await runHere([command, '--root', root, '--json'])
    expect(json.status).toBe(1)
    expect(JSON.parse(json.stdout).schema).toMatch(/^tenantry\/(?:systems|status|deadlines)\/v1$/)
  })

  test('does not spoil the answer for other units', async () => {
    const { status, stderr } = await runHere(['show', 'ningwu', '--root', brokenTree()])
    expect(status).toBe(0)
    expect(stderr).toMatch(/^warning TY9020: /)
  })

  test.each([
    ['show', 'xishuangbanna/rensheju'],
    ['show', 'xishuangbanna/rensheju/shebao-jingban'],
    ['form', 'application', 'xishuangbanna/rensheju/shebao-jingban'],
  ])('is not said to be missing: %s %s', async (...words) => {
    const { status, stderr } = await runHere([...words, '--root', brokenTree()])
    expect(status).toBe(1)
    expect(stderr).toMatch(/error TY9021: .+shebao-jingban\.yaml.+\n$/)
  })
})
