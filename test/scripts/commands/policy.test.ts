import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { runHere, temporaryDirectory } from '../harness.ts'

describe('policy', () => {
  test('writes a file for each service, and says where', async () => {
    const out = temporaryDirectory()
    const { status, stdout } = await runHere(['policy', '--out', out])
    const files = ['neutron', 'nova', 'cinder', 'glance', 'keystone'].map(name =>
      join(out, name, 'policy.yaml'),
    )
    expect([status, stdout.trim().split('\n')]).toEqual([0, files])
    for (const file of files) expect(Object.keys(parse(readFileSync(file, 'utf8'))).length).toBeGreaterThan(5)
  })

  test('prints that of one service for a release, in either language', async () => {
    const zh = await runHere(['policy', 'neutron', '--release', '2025.1', '--lang', 'zh'])
    const en = await runHere(['policy', 'neutron', '--release', '2025.1', '--lang', 'en'])
    expect(parse(zh.stdout)).toEqual(parse(en.stdout))
    expect(zh.stdout).not.toBe(en.stdout)
    expect(parse(zh.stdout)).toHaveProperty('create_network:tags')
  })

  test('gives programs each rule with the hole that it closes', async () => {
    const { stdout } = await runHere(['policy', 'glance', '--json'])
    const { release, services } = JSON.parse(stdout)
    expect([release, services.map(({ service }: { service: string }) => service)]).toEqual([
      'zed',
      ['glance'],
    ])
    for (const { why, rules } of services[0].overrides)
      expect([why.zh !== '', why.en !== '', Object.keys(rules).length > 0]).toEqual([true, true, true])
  })
})
