// The example's catalogue, made wide enough for what is made up: pools of every size that a cloud may take, gateways of
// both IP versions, name servers, and items that come near what a cloud can count.

/** Gateways between the zones: of IPv4 and of IPv6, a network and a single address. */
export const gatewayIds = ['gap-01', 'gap-02', 'gap-03'] as const

const capacity =
  'capacity: { vcpus: 10000000, ramGib: 100000000, volumeGib: 1000000000, gpus: 100000, addresses: 1000000, bandwidthMbps: 10000000 }'

/** Each stands in the example exactly once, or several times where `all` is said. */
const edits: readonly { readonly text: string | RegExp; readonly by: string; readonly all?: true }[] = [
  { text: /capacity: \{.*\}/g, by: capacity, all: true },
  {
    text: '{ min: 22, default: 26, max: 28 }',
    by: '{ min: 20, default: 26, max: 30 }',
    all: true,
  },
  {
    text: '{ min: 64, default: 64, max: 64 }',
    by: '{ min: 56, default: 64, max: 126 }',
    all: true,
  },
  { text: 'ipv4: 203.0.113.0/24', by: 'ipv4: 203.0.112.0/21' },
  {
    text: 'ipv4: 198.51.100.0/24',
    by: 'ipv4: 198.51.96.0/20\n      gateway: 198.51.111.254\n      ipv6Gateway: "2001:db8:96::fe"\n      allocation:\n        - { from: 198.51.96.1, to: 198.51.100.1 }\n        - { from: 198.51.100.4, to: 198.51.110.255 }\n        - { from: "2001:db8:96::1000", to: "2001:db8:96::ffff" }',
  },
  {
    text: 'nameservers: [203.0.113.2, 203.0.113.3]',
    by: 'nameservers: [203.0.113.3, 203.0.113.2, "2001:0DB8:64::53", "2001:db8:64::2:53", 223.5.5.5]',
  },
  {
    text: 'addresses: { internet: 172.31.64.0/28, extranet: 172.31.96.0/28 }',
    by: 'addresses: { internet: 172.31.64.0/28, extranet: 172.31.96.0/28 }\n  - { id: gap-02, name: 二号网闸, zones: [extranet, internet], addresses: { internet: 172.31.65.7/32, extranet: 172.31.97.0/31 } }\n  - { id: gap-03, name: 三号网闸, zones: [internet, extranet], addresses: { internet: "fd00:31:64::/64", extranet: "fd00:31:96::7/128" } }',
  },
]

/** @throws Error where the example no longer has what is widened. */
export function widenedPlatform(text: string): string {
  return edits.reduce((before, { text: what, by, all }) => {
    const after = all === true ? before.replaceAll(what, by) : before.replace(what, by)
    if (after === before) throw new Error(`the example's platform has no ${what}`)
    return after
  }, text)
}

/** Items beyond those of the example, by the file of the catalogue that they come into. */
export const furtherItems: Readonly<Record<string, readonly string[]>> = {
  'storage.yaml': [
    item('evs.bulk', '静态存储', 'TB', '{ by: volume, volume: { volumeType: bulk, gibPerUnit: 1024 } }'),
  ],
  'network.yaml': [
    item('eip.bandwidth', '按带宽计费的地址', 'Mbps', '{ by: address, address: { mbpsPerUnit: 1 } }'),
  ],
  'backup.yaml': [
    item('max.snapshots', '大量快照', '批', '{ by: quota, quota: { snapshots: 2147 } }'),
    item('max.backups', '大量备份', '批', '{ by: quota, quota: { backups: 2147, backupGib: 2148 } }'),
    item('max.groups', '大量安全组', '批', '{ by: quota, quota: { securityGroups: 67, serverGroups: 999 } }'),
  ],
}

function item(id: string, name: string, unit: string, delivery: string): string {
  return `
  - id: ${id}
    name: { zh: ${name}, en: ${id} }
    unit: { zh: ${unit}, en: ${unit} }
    zones: [internet, extranet]
    versions:
      - from: 2022-01-01
        fee: { price: "1.00", per: month, basis: 示例 }
        delivery: ${delivery}
`
}
