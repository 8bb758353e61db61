import type { DeliveryStack } from '../deliver/stack.ts'
import { unitAddressOf } from '../model/address.ts'
import type { Model, Sourced } from '../model/model.ts'
import { digestOf } from './approved-plan.ts'

/**
 * sha256 of what each file says that some stacks rest on, by path: the catalogue, but for its forms and for who may decide,
 * and the manifests of the stacks' own systems and units. Comments and layout count for nothing.
 */
export function fileDigests(
  model: Model,
  stacks: readonly Pick<DeliveryStack, 'address'>[],
): Readonly<Record<string, string>> {
  const own = new Set(stacks.flatMap(({ address }) => address ?? []))
  const systems = model.systems.filter(({ address }) => own.has(address))
  const addresses = new Set([...own, ...systems.map(unitAddressOf)])
  const units = model.units.filter(({ address }) => addresses.has(address))
  const documents = [...catalogueOf(model), ...units, ...systems].map(({ document }) => document)
  return Object.fromEntries(documents.map(({ file, value }) => [file, digestOf(value)]))
}

function catalogueOf({ catalogue }: Model): readonly Sourced<unknown>[] {
  const { platform, allItems, jurisdictions, prices, calendar, units } = catalogue
  const single = [calendar, units].filter(one => one !== undefined)
  return [platform, ...allItems, ...jurisdictions.values(), ...prices.values(), ...single]
}
