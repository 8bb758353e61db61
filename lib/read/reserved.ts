/** Names that every JavaScript object answers to: no key of a manifest may be one. */
export const reserved: ReadonlySet<string> = new Set([
  'prototype',
  ...Object.getOwnPropertyNames(Object.prototype),
])
