import { Cidr } from '../network/cidr.ts'

const networkLike = /[0-9a-f:.]+\/[0-9]{1,3}/gi

/**
 * Every network in a text of any kind, in the order in which they stand. For manifests that cannot be understood: what
 * they hold is still in use.
 */
export function networksIn(text: string): readonly Cidr[] {
  return [...text.matchAll(networkLike)].flatMap(([written]) => Cidr.read(written).cidr ?? [])
}
