import type { ServiceItem } from '../../generated/types/service.ts'

/** The pool that a manifest or an item means when it names none. */
export const sharedPool = 'shared'

/** The pool that a zone of a manifest or of a grant is in. */
export function poolOf({ pool = sharedPool }: { readonly pool?: string }): string {
  return pool
}

/** The pools in which an item may be asked for. */
export function poolsOf({ pools = [sharedPool] }: ServiceItem): readonly string[] {
  return pools
}
