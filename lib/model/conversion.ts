// From the unit that an item is asked for and paid in to what a cloud counts. A rule holds that the two fit.
import type { AddressSpec, VolumeSpec } from '../../generated/types/service.ts'

/** Gibibytes of so many units of a volume item. */
export function gibOf({ gibPerUnit = 1 }: VolumeSpec, quantity: number): number {
  return quantity * gibPerUnit
}

/** Addresses that a line gives: each unit is one, or all that a zone holds of the item is one and its units are its bandwidth. */
export function addressesOf({ mbpsPerUnit }: AddressSpec, quantity: number): number {
  return mbpsPerUnit === undefined ? quantity : 1
}

/** As Neutron's QoS counts. */
export const kbpsPerMbps = 1000

/** The bandwidth of all addresses of a line together, in kbit/s. */
export function kbpsOf({ bandwidthKbps = 0, mbpsPerUnit }: AddressSpec, quantity: number): number {
  return quantity * (mbpsPerUnit === undefined ? bandwidthKbps : mbpsPerUnit * kbpsPerMbps)
}
