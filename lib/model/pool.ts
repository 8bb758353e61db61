import type { ServiceItem } from '../../generated/types/service.ts'

/** The pool that a manifest or an item means when it names none. */
export const sharedPool = 'shared'

/** The pools in which an item may be asked for. */
export function poolsOf({ pools = [sharedPool] }: ServiceItem): readonly string[] {
  return pools
}
