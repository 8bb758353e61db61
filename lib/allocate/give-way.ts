import type { Model } from '../model/model.ts'
import type { Cidr, IpVersion } from '../network/cidr.ts'
import { NetworkIndex } from '../network/overlap.ts'
import { routingDomainsOf, type SystemNetwork, systemNetworksIn } from '../network/written-networks.ts'

/** What a branch has to look at besides itself, for others were at work meanwhile. */
export interface Target {
  /** Where the branch began; undefined where there was nothing. */
  readonly before: Model | undefined
  /** The target branch by now. */
  readonly now: Model
}

/** A network of a system, as a text that can be looked up. */
export function holdingKey({ system, zone, tier = '', version }: Holding): string {
  return `${system.address} ${zone} ${tier} ${version}`
}

type Holding = Pick<SystemNetwork, 'system' | 'zone' | 'tier'> & { readonly version: IpVersion }

/** The networks that systems hold on the target branch by now. */
export function heldOnTarget({ now }: Target): readonly SystemNetwork[] {
  return now.systems.flatMap(system => systemNetworksIn(now, system))
}

/**
 * Networks that a branch gave away and that others took on the target meanwhile: whoever is merged second gives way. What
 * stood already when the branch began stays where it is. The answer holds keys of `holdingKey`.
 */
export function givingWay(model: Model, target: Target): ReadonlySet<string> {
  const { before } = target
  const stood = new Set(
    before?.systems.flatMap(system => systemNetworksIn(before, system)).map(network => textOf(network)) ?? [],
  )
  const domains = routingDomainsOf(model)
  const domainOf = ({ zone }: { readonly zone: string }) => domains.get(zone) ?? zone
  const others = new NetworkIndex(heldOnTarget(target))
  const isTaken = (mine: SystemNetwork): boolean =>
    others
      .overlapping(mine.cidr)
      .some(theirs => theirs.system.address !== mine.system.address && domainOf(theirs) === domainOf(mine))
  const fresh = model.systems
    .flatMap(system => systemNetworksIn(model, system))
    .filter(network => !stood.has(textOf(network)))
  return new Set(
    fresh.filter(isTaken).map(({ cidr, ...place }) => holdingKey({ ...place, version: cidr.version })),
  )
}

function textOf({ system, zone, cidr }: { system: { address: string }; zone: string; cidr: Cidr }): string {
  return `${system.address} ${zone} ${cidr}`
}
