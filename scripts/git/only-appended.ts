import type { Checkout } from './call.ts'
import { linesOf } from './lines.ts'
import { objectId } from './objects.ts'

const recordName = /^(\d{4})\/(\d{6,}\.json)$/

interface Entry {
  readonly path: string
  readonly object: string
}

/** A record of the branch with its signature. */
interface Pair {
  readonly year: string
  /** The bytes of both in the tree of their year. */
  readonly bytes: Buffer
}

/**
 * Whether every commit of a branch of evidence has what the one before it has, and one record more with its signature. The
 * trees are worked out from what the tip holds and compared by name. To have git read them takes a multiple of that time:
 * each of ten thousand commits has a tree of thousands of names.
 *
 * @returns false too for what is not laid out as records are: somebody has to look at it closely
 * @throws Refusal where git cannot follow the commits
 */
export function isOnlyAppended(checkout: Checkout, tip: string): boolean {
  const pairs = pairsAt(checkout, tip)
  const commits = linesOf(checkout, ['log', '--reverse', '--format=%H %T %P', tip], '\n')
  if (pairs?.length !== commits.length) return false
  const trees = treesOfGrowth(pairs, tip)
  let before = ''
  return commits.every(line => {
    const [commit = '', tree, ...parents] = line.split(' ')
    const follows = parents.join(' ') === before && tree === trees.next().value
    before = commit
    return follows
  })
}

/** Undefined where the tip holds anything else. */
function pairsAt(checkout: Checkout, tip: string): readonly Pair[] | undefined {
  const lines = linesOf(checkout, ['ls-tree', '-r', '-z', '--full-tree', tip], '\0')
  const entries = lines.flatMap(entryIn)
  const pairs: Pair[] = []
  for (let at = 0; at < entries.length; at += 2) {
    const pair = pairOf(entries[at], entries[at + 1])
    if (pair !== undefined) pairs.push(pair)
  }
  return pairs.length * 2 === lines.length ? pairs : undefined
}

function entryIn(line: string): readonly Entry[] {
  const [, object, path] = /^100644 blob ([0-9a-f]+)\t(.+)$/s.exec(line) ?? []
  return object === undefined || path === undefined ? [] : [{ object, path }]
}

function pairOf(record: Entry | undefined, signature: Entry | undefined): Pair | undefined {
  const [, year, name] = recordName.exec(record?.path ?? '') ?? []
  if (record === undefined || year === undefined || name === undefined) return undefined
  if (signature?.path !== `${record.path}.sig`) return undefined
  const bytes = [named('100644', name, record.object), named('100644', `${name}.sig`, signature.object)]
  return { year, bytes: Buffer.concat(bytes) }
}

/** The names of the trees that come of one pair after the other, in the order in which git lists them. */
function* treesOfGrowth(pairs: readonly Pair[], like: string): Generator<string> {
  const years = Map.groupBy(pairs, ({ year }) => year)
  let ended: Buffer = Buffer.alloc(0)
  for (const [year, ofYear] of years) {
    const whole = Buffer.concat(ofYear.map(({ bytes }) => bytes))
    let length = 0
    let entry = ended
    for (const { bytes } of ofYear) {
      length += bytes.length
      entry = named('40000', year, objectId(whole.subarray(0, length), like, 'tree'))
      yield objectId(Buffer.concat([ended, entry]), like, 'tree')
    }
    ended = Buffer.concat([ended, entry])
  }
}

/** An entry of a tree as git writes it. */
function named(mode: string, name: string, object: string): Buffer {
  return Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(object, 'hex')])
}
