import type { Text } from '../finding/finding.ts'
import type { Model, Surroundings } from '../model/model.ts'

/** A system, by its name and its address; its name is Chinese, and English goes by the address. */
export function systemTerm({ systemByAddress }: Pick<Model, 'systemByAddress'>, address: string): Text {
  return withAddress(systemByAddress.get(address)?.value.metadata.name, address)
}

/** A using unit, likewise. */
export function unitTerm({ unitByAddress }: Pick<Surroundings, 'unitByAddress'>, address: string): Text {
  return withAddress(unitByAddress.get(address)?.value.metadata.name, address)
}

function withAddress(name: string | undefined, address: string): Text {
  return { zh: name === undefined ? `“${address}”` : `${name}（${address}）`, en: address }
}
