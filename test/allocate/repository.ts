// The example repository with other address pools and other systems.
import type { AddressPool, Gateway } from '../../generated/types/platform.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { loaded } from '../example-repository.ts'

export const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'

const example: Model = loaded().model

export type Network = { readonly ipv4?: string; readonly ipv6?: string }

export interface Platform {
  readonly internet: readonly AddressPool[]
  readonly extranet: readonly AddressPool[]
  /** @default - those of the example, which join the zones. */
  readonly gateways?: readonly Gateway[]
  /** The internet zone's own networks. @default - those of the example. */
  readonly egress?: Network
  /** Of the internet zone. @default - those of the example. */
  readonly nameservers?: readonly string[]
}

export function pool(cidr: string, min: number, usual: number, max: number): AddressPool {
  return { id: cidr, cidr, prefixLength: { min, default: usual, max } }
}

/** A gateway between the zones, with its networks in them. */
export function gateway(addresses: NonNullable<Gateway['addresses']>): Gateway {
  return { id: 'gap', name: '交换', zones: ['internet', 'extranet'], addresses }
}

/** The example with other address pools; gateways and egress networks stay where they are unless given. */
export function withPools(given: Platform, systems: readonly System[]): Model {
  const { platform } = example.catalogue
  const { gateways = platform.value.gateways ?? [] } = given
  const zones = Object.fromEntries(
    Object.entries(platform.value.zones).map(([id, zone]) => [
      id,
      id === 'internet'
        ? {
            ...zone,
            addressPools: given.internet,
            egress: { ...zone.egress, ...given.egress },
            ...nameserversOf(given),
          }
        : { ...zone, addressPools: given.extranet },
    ]),
  )
  const value = { ...platform.value, zones, gateways }
  return { ...example, catalogue: { ...example.catalogue, platform: { ...platform, value } }, systems }
}

function nameserversOf({ nameservers }: Platform): { nameservers?: string[] } {
  return nameservers === undefined ? {} : { nameservers: [...nameservers] }
}

/** A system like the example's, under another name, with these networks; `file` is its place if not the example's. */
export function systemWith(
  id: string,
  networks: { readonly [zone: string]: Network | undefined },
  file: string = shebao,
): System {
  const base = example.systems.find(({ document }) => document.file === shebao)
  if (base === undefined) throw new Error('no example')
  const zones = Object.fromEntries(
    Object.entries(networks).map(([zone, network]) => [
      zone,
      { services: [], ...(network === undefined ? {} : { network }) },
    ]),
  )
  return {
    ...base,
    address: `xishuangbanna/rensheju/${id}`,
    document: { ...base.document, file },
    value: { ...base.value, metadata: { ...base.value.metadata, id }, zones },
  }
}

/** The same system, its life over: no event can bring it resources any more. */
export function ended(system: System): System {
  const history = [
    ...system.value.history,
    ...['exit-submitted', 'exit-approved', 'data-handed-over', 'recovered', 'terminated'].map(event => ({
      event,
      on: '2026-10-01',
    })),
  ]
  return { ...system, value: { ...system.value, history } }
}
