import { type Case, extranet } from '../edits.ts'

const network = 'resource/openstack_networking_network_v2/network/port_security_enabled'
const firewall = 'resource/openstack_networking_secgroup_v2/firewall/delete_default_rules'
const open = 'resource/openstack_networking_secgroup_rule_v2/ingress_tcp_443-443_ipv4_0-0-0-0_0'
const neighbour = 'resource/openstack_networking_secgroup_rule_v2/ingress_tcp_8000-8010_ipv4_10-96-1-0_26'

export const unprotected: readonly Case[] = [
  ...[false, undefined, 'true', null].flatMap(value =>
    [network, firewall].map(place => ({
      title: `${place.split('/').at(-1)} of ${JSON.stringify(value) ?? 'nothing'}`,
      edits: { [place]: value },
      finds: [`TY5015 ${place}`],
    })),
  ),
  ...[undefined, null, ['10.0.0.0/8']].map(value => ({
    title: `a rule whose other end is ${JSON.stringify(value) ?? 'not said'}`,
    edits: { [`${open}/remote_ip_prefix`]: value },
    finds: [`TY5015 ${open}/remote_ip_prefix`],
  })),
  {
    title: 'a rule for every protocol',
    edits: { [`${open}/protocol`]: undefined },
    finds: [`TY5015 ${open}/remote_ip_prefix`],
  },
  {
    title: 'a rule for every protocol and any other end',
    edits: { [`${open}/protocol`]: undefined, [`${open}/remote_ip_prefix`]: undefined },
    finds: [`TY5015 ${open}/remote_ip_prefix`],
  },
  {
    title: 'a rule for another protocol and another end',
    edits: { [`${open}/protocol`]: 'udp', [`${open}/remote_ip_prefix`]: '10.0.0.0/26' },
    finds: [],
  },
  {
    title: 'a lookup of a network and of a group',
    edits: { 'data/openstack_networking_secgroup_v2/a': { name: 'a' } },
    finds: ['TY5003 data/openstack_networking_secgroup_v2/a'],
  },
]

const everywhere = [
  '0.0.0.0/0',
  '128.0.0.0/1',
  '10.0.0.0/7',
  '::/0',
  '0:0::0/0',
  '8000::/1',
  'FD00::/15',
  'fd00::/9',
]
const somewhere = [
  '10.0.0.0/8',
  '10.96.0.0/12',
  '10.96.1.1/32',
  'fd00::/16',
  'FD00::/16',
  'fd6a:96::/48',
  '::1/128',
]

export const openToAll: readonly Case[] = [
  ...everywhere.map(value => ({
    title: `${value} let into the extranet`,
    stack: extranet,
    edits: { [`${neighbour}/remote_ip_prefix`]: value },
    finds: [`TY5016 ${neighbour}/remote_ip_prefix`],
  })),
  ...somewhere.map(value => ({
    title: `${value} let into the extranet`,
    stack: extranet,
    edits: { [`${neighbour}/remote_ip_prefix`]: value },
    finds: [],
  })),
  {
    title: 'everything let out of the extranet',
    stack: extranet,
    edits: { [`${neighbour}/direction`]: 'egress', [`${neighbour}/remote_ip_prefix`]: '0.0.0.0/0' },
    finds: [`TY5016 ${neighbour}/remote_ip_prefix`],
  },
  {
    title: 'nothing named that is let into the extranet',
    stack: extranet,
    edits: { [`${neighbour}/remote_ip_prefix`]: undefined },
    finds: [`TY5015 ${neighbour}/remote_ip_prefix`],
  },
  {
    title: 'half of all addresses let in from the internet',
    edits: { [`${open}/remote_ip_prefix`]: '128.0.0.0/1' },
    finds: [],
  },
]
