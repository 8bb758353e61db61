import { expect, test } from 'vitest'
import { runHere, testDay } from '../harness.ts'

test('show tells what a system holds in each zone, its quota, networks and uplink', async () => {
  const { status, stdout } = await runHere(['show', 'xishuangbanna/rensheju', '--lang', 'zh'])
  expect(status).toBe(0)
  expect(stdout).toMatch(/^xishuangbanna\/rensheju\/shebao-jingban {2}.+等保3级/)
  expect(stdout).toMatch(/^ {2}政务外网区 · 共享资源池$/m)
  expect(stdout).toMatch(/^ {4}配额：\d+ 核，内存 \d+ GiB，块存储 \d+ GiB$/m)
  expect(stdout).toMatch(/^ {4}网段：[\d.]+\/\d+ {2}extranet-ipv4$/m)
})

test('show --json gives programs the same systems', async () => {
  const { stdout } = await runHere(['show', '--json'])
  const systems = JSON.parse(stdout)
  expect(systems.length).toBeGreaterThanOrEqual(8)
  expect(systems.map(({ address }: { address: string }) => address)).toEqual(
    systems.map(({ address }: { address: string }) => address).toSorted(),
  )
})

test('show tells the past with --at', async () => {
  const now = JSON.parse((await runHere(['show', '--json', '--at', testDay])).stdout)
  const before = JSON.parse((await runHere(['show', '--json', '--at', '2020-01-01'])).stdout)
  expect(now.some(({ grants }: { grants: unknown[] }) => grants.length > 0)).toBe(true)
  expect(before.every(({ grants }: { grants: unknown[] }) => grants.length === 0)).toBe(true)
})

test('show of an unknown system is a usage error that names the likely one', async () => {
  const { status, stderr } = await runHere(['show', 'xishuangbanna/renshejv'])
  expect(status).toBe(2)
  expect(stderr).toMatch(/^error TY9010: .+did you mean xishuangbanna\/rensheju\?\n$/)
})
