import { describe, expect, it } from 'vitest'
import { replaced } from '../../example-repository.ts'
import { covered, mistakesOf, planted } from '../planted.ts'

const platform = 'catalogue/platform.yaml'
const hosts = 'availabilityZone: internet-dedicated\n        hosts: |[]'
const [before = '', written = ''] = hosts.split('|')

/** Nova's `fqdn` in api/validation/parameter_types.py. */
describe('the name of a host', () => {
  it.each(['计算节点-01', 'host 01', 'host/01', '"𬒗-02"', '""', `"${'h'.repeat(256)}"`])(
    '%s is one that no compute service has',
    name => {
      const { text, found } = planted(platform, hosts, `[host-01, ${name}]`)
      expect(covered(text, found.range)).toBe(name)
    },
  )

  it.each(['host-01', 'HOST_01.cloud.example', '"7"', 'h', 'h'.repeat(255)])('%s is one', name => {
    expect(mistakesOf(platform, replaced(platform, before + written, `${before}[${name}]`))).toEqual([])
  })
})
