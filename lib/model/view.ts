import type { Surroundings, System } from './model.ts'

/** A value computed from a model, what stands around its systems or another value, once, however many rules look at it. */
export function view<M extends object, T>(compute: (model: M) => T): (model: M) => T {
  const computed = new WeakMap<M, { readonly value: T }>()
  return model => {
    const known = computed.get(model)
    if (known !== undefined) return known.value
    const value = compute(model)
    computed.set(model, { value })
    return value
  }
}

/** The same of a value computed from two, such as the sides of a change. */
export function pairView<A extends object, B extends object, T>(
  compute: (one: A, other: B) => T,
): (one: A, other: B) => T {
  const ofOne = view((one: A) => view((other: B) => compute(one, other)))
  return (one, other) => ofOne(one)(other)
}

/**
 * A value computed from one system once, however many rules look at it one after the other. That of the system looked at
 * last is kept, and no other: what ten thousand come to would fill the memory.
 */
export function systemValue<T>(compute: (system: System) => T): (system: System) => T {
  let last: { readonly system: System; readonly value: T } | undefined
  return system => {
    if (last?.system !== system) last = { system, value: compute(system) }
    return last.value
  }
}

/** The same of a value that also rests on what stands around the system. */
export function systemView<T>(
  compute: (around: Surroundings, system: System) => T,
): (around: Surroundings, system: System) => T {
  let last: { readonly around: Surroundings; readonly system: System; readonly value: T } | undefined
  return (around, system) => {
    if (last?.system === system && last.around === around) return last.value
    const value = compute(around, system)
    last = { around, system, value }
    return value
  }
}
