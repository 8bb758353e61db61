import type { Model } from '../model/model.ts'

/** A value computed from a model once, however many rules look at it. */
export function view<T>(compute: (model: Model) => T): (model: Model) => T {
  const computed = new WeakMap<Model, { readonly value: T }>()
  return model => {
    const known = computed.get(model)
    if (known !== undefined) return known.value
    const value = compute(model)
    computed.set(model, { value })
    return value
  }
}
