import { expect, it } from 'vitest'
import { networksIn } from '../../lib/allocate/index.ts'

it.each([
  ['of a manifest', 'network: { ipv4: 10.0.0.0/26, ipv6: "fd00::/64" }', ['10.0.0.0/26', 'fd00::/64']],
  ['in capitals', 'FD00:AB::/48', ['fd00:ab::/48']],
  ['of one digit and of three', '10.0.0.0/8 ::1/128', ['10.0.0.0/8', '::1/128']],
  ['around an address', '10.0.0.70/26', ['10.0.0.64/26']],
  ['on several lines, in their order', 'b: 10.9.0.0/16\na: 10.1.0.0/16\n', ['10.9.0.0/16', '10.1.0.0/16']],
  ['twice', '10.0.0.0/8,10.0.0.0/8', ['10.0.0.0/8', '10.0.0.0/8']],
  ['within other text', 'x10.0.0.0/26y', ['10.0.0.0/26']],
  ['with something behind', '10.0.0.0/26/28', ['10.0.0.0/26']],
  ['none in addresses', '10.0.0.1, fd00::1', []],
  ['none in a path', 'abc/12 de/f/1', []],
  ['none that is too long', '10.0.0.0/33 fd00::/129', []],
  ['none without an address', '/26 10.0.0.0/ 26', []],
  ['none in nothing', '', []],
])('finds networks %s', (_, text, networks) => {
  expect(networksIn(text).map(String)).toEqual(networks)
})
