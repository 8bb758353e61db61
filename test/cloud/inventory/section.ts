import type { Section } from './inventory.ts'

/** Lists things by name. Of several with one name none is lost: the second is `name (2)`. */
export function section(entries: Iterable<readonly [name: string, value: unknown]>): Section {
  const listed: Record<string, unknown> = {}
  for (const [name, value] of entries) {
    let key = name
    for (let count = 2; Object.hasOwn(listed, key); count += 1) key = `${name} (${count})`
    listed[key] = value
  }
  return listed
}

/** Lists things of which nothing but their being there matters. */
export function presence(names: Iterable<string>): Section {
  return section([...names].map(name => [name, 'present']))
}
