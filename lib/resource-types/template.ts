/** A text with places such as `{flavor_id}`. */
const place = /\{([a-z0-9_]+)\}/g

export function placesIn(template: string): readonly string[] {
  return [...template.matchAll(place)].map(([, name = '']) => name)
}

/** The template with its places filled; undefined where one of them has no value. */
export function filled(template: string, valueFor: (name: string) => string | undefined): string | undefined {
  let isWhole = true
  const text = template.replaceAll(place, (_, name: string) => {
    const value = valueFor(name)
    if (value === undefined) isWhole = false
    return value ?? ''
  })
  return isWhole ? text : undefined
}
