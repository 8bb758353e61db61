import { NetworkingAddressscopeV2 } from '@cdktf/provider-openstack/lib/networking-addressscope-v2'
import { NetworkingSubnetpoolV2 } from '@cdktf/provider-openstack/lib/networking-subnetpool-v2'
import { Construct } from 'constructs'
import type { DesiredAddressPool } from '../../lib/desired-state/index.ts'
import type { IpVersion } from '../../lib/network/cidr.ts'
import { addressName, zoneName } from '../names.ts'
import { idOf } from '../reference.ts'
import type { ZoneStack } from '../zone-stack.ts'
import type { PlatformOwner } from './platform-owner.ts'

export interface AddressSpaceProps<Z extends string> {
  readonly owner: PlatformOwner<NoInfer<Z>>
  readonly addressPools: readonly DesiredAddressPool[]
}

/**
 * The zone's addresses: one address scope an IP version, and every subnet pool in it. Routers pass nothing from one
 * scope to another, so that the border of the zone is kept by the network itself, and within a scope they translate no
 * address, so that a rule sees the system that a packet comes from.
 */
export class AddressSpace<Z extends string> extends Construct {
  readonly zone: Z
  readonly #owner: PlatformOwner<Z>
  readonly #scopes = new Map<IpVersion, string>()

  constructor(stack: ZoneStack<Z>, { owner, addressPools }: AddressSpaceProps<Z>) {
    super(stack, 'address-space')
    this.zone = stack.zone.id
    this.#owner = owner
    for (const { id, ipVersion, cidr, prefixLength } of addressPools) {
      this.addPool(addressName.only(id), zoneName.addressPool(id), ipVersion, cidr, prefixLength)
    }
  }

  /** Adds a pool for one network, which is thereby part of the zone. @returns the pool's id. */
  addSinglePool(role: string, name: string, ipVersion: IpVersion, cidr: string): string {
    const length = Number(cidr.slice(cidr.indexOf('/') + 1))
    return this.addPool(addressName.forVersion(role, ipVersion), name, ipVersion, cidr, {
      min: length,
      default: length,
      max: length,
    })
  }

  private addPool(
    address: string,
    name: string,
    ipVersion: IpVersion,
    cidr: string,
    prefixLength: DesiredAddressPool['prefixLength'],
  ): string {
    const pool = new NetworkingSubnetpoolV2(this, address, {
      name,
      projectId: this.#owner.projectId,
      addressScopeId: this.scope(ipVersion),
      prefixes: [cidr],
      minPrefixlen: prefixLength.min,
      defaultPrefixlen: prefixLength.default,
      maxPrefixlen: prefixLength.max,
      shared: false,
      isDefault: false,
    })
    return idOf(pool)
  }

  private scope(ipVersion: IpVersion): string {
    const known = this.#scopes.get(ipVersion)
    if (known !== undefined) return known
    const scope = new NetworkingAddressscopeV2(this, addressName.forVersion('scope', ipVersion), {
      name: zoneName.addressScope(ipVersion),
      ipVersion,
      projectId: this.#owner.projectId,
      shared: false,
    })
    this.#scopes.set(ipVersion, idOf(scope))
    return idOf(scope)
  }
}
