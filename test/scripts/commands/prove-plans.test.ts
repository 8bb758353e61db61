import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { planOf } from '../../isolation/plan-json.ts'
import { runHere, temporaryDirectory } from '../harness.ts'

const stack = 'system_internet_ningwu_jiaoyuju_zhaosheng-baoming'
const network = 'openstack_networking_network_v2.network'

/** The plan of a stack of the example, as terraform would print it. */
const sound = await planOfExample()

async function planOfExample(): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), 'tenantry-test-'))
  try {
    const out = join(folder, 'out')
    await runHere(['synth', 'ningwu/jiaoyuju', '--out', out])
    const configuration = JSON.parse(readFileSync(join(out, 'stacks', stack, 'cdk.tf.json'), 'utf8'))
    return JSON.stringify({ format_version: '1.2', ...planOf({ name: stack, configuration }) })
  } finally {
    rmSync(folder, { recursive: true })
  }
}

async function codesOf(files: Readonly<Record<string, string>>) {
  const { status, stdout } = await runHere([
    'prove',
    'ningwu/jiaoyuju',
    '--plans',
    temporaryDirectory(files),
    '--json',
  ])
  const told = JSON.parse(stdout)
  const findings = told.findings ?? [told.error]
  return {
    status,
    found: findings.map(({ code, address }: { code: string; address?: string }) =>
      address === undefined ? code : `${code} ${address}`,
    ),
  }
}

describe('prove --plans', () => {
  test('proves what is planned in the place of what is written', async () => {
    expect(await codesOf({ [`${stack}.json`]: sound })).toEqual({ status: 0, found: [] })
  })

  test('finds what a cloud keeps that no configuration speaks of', async () => {
    const open = sound.replace('"mtu":1500', '"mtu":1500,"shared":true')
    expect(await codesOf({ [`${stack}.json`]: open })).toEqual({ status: 1, found: [`TY5202 ${network}`] })
  })

  test.each([
    ['a file of no stack', { 'other.json': '{}' }],
    ['a file that is no plan', { [`${stack}.json`]: '{}' }],
    ['a folder without plans', { 'readme.txt': '' }],
  ])('refuses %s', async (_, files) => {
    expect(await codesOf(files)).toEqual({ status: 2, found: ['TY5208'] })
  })

  test('refuses to look at clouds and plans at once', async () => {
    const { status, stdout } = await runHere(['prove', '--live', '--plans', '.', '--json'])
    expect([status, JSON.parse(stdout).error.code]).toEqual([2, 'TY5208'])
  })
})
