import type { System, Unit } from './model.ts'

/** The jurisdiction of a system or a unit, without a look into its manifest: no part of an address holds a slash. */
export function jurisdictionOf({ address }: Pick<System | Unit, 'address'>): string {
  return address.slice(0, address.indexOf('/'))
}

/** The address of a system's unit. */
export function unitAddressOf({ address }: Pick<System, 'address'>): string {
  return address.slice(0, address.lastIndexOf('/'))
}
