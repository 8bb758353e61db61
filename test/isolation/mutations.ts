// Changes trees of JSON without knowing what they mean: a leaf, a member, an entry, at random.

/** Numbers from 0 up to 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0
  return () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
  }
}

interface Place {
  readonly holder: object
  readonly key: string
  readonly value: unknown
}

/** Every member of every map and list below a root. */
function* placesIn(node: unknown): Generator<Place> {
  if (typeof node !== 'object' || node === null) return
  for (const [key, value] of Object.entries(node)) {
    yield { holder: node, key, value }
    yield* placesIn(value)
  }
}

function pick<T>(random: () => number, list: readonly T[]): T | undefined {
  return list[Math.floor(random() * list.length)]
}

function isLeaf({ value }: Place): boolean {
  return typeof value !== 'object' || value === null
}

/** Words that mean something to some API in some place; which place, nobody here knows. */
const words: readonly unknown[] = [
  true,
  false,
  null,
  0,
  1,
  65_535,
  10_000_000,
  '*',
  '0.0.0.0/0',
  '::/0',
  '10.0.0.0/8',
  'ingress',
  'egress',
  'IPv6',
  'udp',
  'admin',
  'network:dhcp',
  'access_as_shared',
]

type Mutation = (random: () => number, root: object) => string | undefined

/** Another value, of the same kind, from anywhere in the tree where a member has the same name. */
const borrowed: Mutation = (random, root) => {
  const places = [...placesIn(root)]
  const place = pick(random, places.filter(isLeaf))
  if (place === undefined) return undefined
  const others = places.filter(other => other.key === place.key && other.value !== place.value)
  const other = pick(random, others)
  if (other === undefined) return undefined
  Reflect.set(place.holder, place.key, structuredClone(other.value))
  return `${place.key}: ${String(place.value)} → ${String(other.value)}`
}

const replaced: Mutation = (random, root) => {
  const place = pick(random, [...placesIn(root)].filter(isLeaf))
  const word = pick(random, words)
  if (place === undefined || place.value === word) return undefined
  const value = typeof place.value === 'boolean' ? !place.value : word
  Reflect.set(place.holder, place.key, value)
  return `${place.key}: ${String(place.value)} → ${String(value)}`
}

const moved: Mutation = (random, root) => {
  const numbers = [...placesIn(root)].filter(({ value }) => typeof value === 'number')
  const place = pick(random, numbers)
  if (typeof place?.value !== 'number') return undefined
  const value = Math.max(0, place.value + (pick(random, [-1, 1, 1000]) ?? 1))
  Reflect.set(place.holder, place.key, value)
  return `${place.key}: ${place.value} → ${value}`
}

const removed: Mutation = (random, root) => {
  const place = pick(random, [...placesIn(root)])
  if (place === undefined) return undefined
  if (Array.isArray(place.holder)) place.holder.splice(Number(place.key), 1)
  else Reflect.deleteProperty(place.holder, place.key)
  return `without ${place.key}`
}

/** An entry beside another like it, with one leaf borrowed: what somebody makes by hand looks like what is there. */
const doubled: Mutation = (random, root) => {
  const entries = [...placesIn(root)].filter(place => !isLeaf(place))
  const place = pick(random, entries)
  if (place === undefined) return undefined
  const copy: object = structuredClone(Object(place.value))
  if (Object.hasOwn(copy, 'id')) Reflect.set(copy, 'id', `copy of ${place.key}`)
  const change = (random() < 0.5 ? replaced : borrowedInto(root))(random, copy)
  if (Array.isArray(place.holder)) place.holder.push(copy)
  else Reflect.set(place.holder, `${place.key}-copy`, copy)
  return `another ${place.key}, ${change}`
}

function borrowedInto(root: object): Mutation {
  return (random, copy) => {
    const place = pick(random, [...placesIn(copy)].filter(isLeaf))
    const other =
      place &&
      pick(
        random,
        [...placesIn(root)].filter(({ key }) => key === place.key),
      )
    if (place === undefined || other === undefined) return undefined
    Reflect.set(place.holder, place.key, structuredClone(other.value))
    return `${place.key}: ${String(other.value)}`
  }
}

const mutations: readonly Mutation[] = [borrowed, replaced, moved, removed, doubled]

/** Changes something below a root. @returns what, for whoever reads a failure */
export function mutate(random: () => number, root: object): string {
  for (let tries = 0; tries < 100; tries += 1) {
    const before = JSON.stringify(root)
    const change = pick(random, mutations)?.(random, root)
    if (change !== undefined && JSON.stringify(root) !== before) return change
  }
  throw new Error('nothing to change')
}
