/**
 * The value under a key that came from a manifest. A plain `record[key]` would answer `constructor` and its like,
 * all of them valid slugs, with members of `Object.prototype`.
 */
export function entryOf<T>(record: { readonly [key: string]: T } | undefined, key: string): T | undefined {
  return record !== undefined && Object.hasOwn(record, key) ? record[key] : undefined
}
