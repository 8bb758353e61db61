import type { Model } from '../../../lib/model/model.ts'
import { exampleText, loaded } from '../../example-repository.ts'
import type { Change } from '../rule-table.ts'
import { platform } from './files.ts'

type Zone = Model['catalogue']['platform']['value']['zones'][string]

/** The example with each zone of the platform changed past what a schema allows. */
export function modelWithZones(change: (zone: Zone) => Zone): Model {
  const { model } = loaded()
  const { platform, ...catalogue } = model.catalogue
  const zones = Object.fromEntries(
    Object.entries(platform.value.zones).map(([id, zone]) => [id, change(zone)]),
  )
  return {
    ...model,
    catalogue: { ...catalogue, platform: { ...platform, value: { ...platform.value, zones } } },
  }
}

/** Takes the gateway away; without any, a manifest may still name one. */
export const withoutGateways: Change = [
  platform,
  exampleText(platform).slice(exampleText(platform).indexOf('gateways:\n')),
  '\n',
]

/** A further zone, that no gateway leads to. */
export function zone(id: string, cidr: string, egress: string): Change {
  const shared = '{ name: { zh: 共享资源池, en: Shared pool }, dedicated: false, availabilityZone: nova'
  const lines = [
    `  ${id}:`,
    `    name: { zh: 分区 ${id}, en: Zone ${id} }`,
    `    class: extranet`,
    `    cloud: ${id}`,
    `    region: ${id}`,
    `    site: main`,
    `    apis: [compute, block-storage, network]`,
    `    backend: { type: local }`,
    `    reservePercent: 0`,
    `    pools: { shared: ${shared}, capacity: { vcpus: 0, ramGib: 0, volumeGib: 0 } } }`,
    `    addressPools: [{ id: ${id}-pool, cidr: ${cidr}, prefixLength: { min: 22, default: 26, max: 28 } }]`,
    `    egress: { type: flat, physicalNetwork: public, ipv4: ${egress} }`,
  ]
  const last = '    nameservers: [198.51.100.2, 198.51.100.3]\n'
  return [platform, last, `${last}${lines.join('\n')}\n`]
}

/** A further gateway; those given later stand before it. */
export function gateway(id: string, from: string, to: string, addresses = ''): Change {
  const entry = `  - { id: ${id}, name: 跨网安全交换系统 ${id}, zones: [${from}, ${to}]${addresses} }\n`
  return [platform, 'gateways:\n', `gateways:\n${entry}`]
}
