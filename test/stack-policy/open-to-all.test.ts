import { describe, expect, it } from 'vitest'
import { proveStack, stackPolicyCodes } from '../../lib/stack-policy/index.ts'

function isOpenToAll(remote: unknown, facesInternet = false): boolean {
  const rule = { protocol: 'tcp', remote_ip_prefix: remote }
  const findings = proveStack({
    name: 'system_extranet_xs_rsj_shebao',
    facesInternet,
    configuration: { resource: { openstack_networking_secgroup_rule_v2: { rule } } },
    parts: 1,
  })
  return findings.some(({ code }) => code === stackPolicyCodes.openToAll.code)
}

describe('a rule in a zone apart from the internet is open to any address', () => {
  it.each([
    ['0.0.0.0/0', true],
    ['128.0.0.0/1', true],
    ['10.0.0.0/7', true],
    ['10.0.0.0/8', false],
    ['10.0.0.1/32', false],
    ['::/0', true],
    ['2400::/15', true],
    ['2400::/16', false],
    ['fd00::/8', true],
    ['0.0.0.0/00', true],
    // What cannot be read is open to whoever a cloud takes it for.
    ['0.0.0.0/08', true],
    ['::ffff:0.0.0.0/10', true],
    ['::ffff:0.0.0.0/96', true],
    ['0.0.0.0/0.0.0.0', true],
    ['0.0.0.0/0 ', true],
    ['10.0.0.0', true],
    ['', true],
    [undefined, false],
  ])('from %s: %s, by the bound that holds for manifests', (remote, open) => {
    expect(isOpenToAll(remote)).toBe(open)
  })

  it('in no zone that faces the internet', () => {
    expect(isOpenToAll('0.0.0.0/0', true)).toBe(false)
  })
})
