import type { Model } from './model.ts'

/** A value computed from a model once, however many rules look at it. */
export function view<T, M extends Model = Model>(compute: (model: M) => T): (model: M) => T {
  const computed = new WeakMap<M, { readonly value: T }>()
  return model => {
    const known = computed.get(model)
    if (known !== undefined) return known.value
    const value = compute(model)
    computed.set(model, { value })
    return value
  }
}
