// What lies in the trees of a branch, each worked out from the one before it and what the step between them has changed.
import type { Contents } from '../../lib/evidence/index.ts'
import { lazily } from '../../lib/model/lazily.ts'
import { digestOf, kindOf, type SourceFile } from '../../lib/read/index.ts'
import type { Checkout } from '../git/call.ts'
import { type Blob, bytesOf, filesAt } from '../git/data-files.ts'
import type { PathChange, TreePair } from '../git/tree-changes.ts'

export interface CommitSources {
  readonly files: readonly SourceFile[]
  /** Files at the place of a manifest that are none. */
  readonly irregular: readonly string[]
}

export interface HeldTree {
  readonly sources: CommitSources
  readonly contents: Contents
}

export interface Step extends TreePair {
  readonly changes: readonly PathChange[]
}

/** Undefined of what is no file. */
type Placed = { readonly object: string; readonly source: SourceFile } | undefined

type Tree = HeldTree & { readonly name: string; readonly placed: ReadonlyMap<string, Placed> }

/** The two sides of a step, and of one that is looked back at. */
const mostHeld = 4

/** @returns by the name of a tree or commit; it refuses where git lacks a part of it */
export function heldTrees(checkout: Checkout, steps: readonly Step[]): (name: string) => HeldTree {
  const into = Map.groupBy(steps.keys(), index => steps[index]?.after ?? '')
  const bytesFor = contentsAhead(checkout, steps)
  let held: readonly Tree[] = []
  const made = (name: string): Tree => {
    for (const index of into.get(name) ?? []) {
      const step = steps[index]
      const from = held.find(one => one.name === step?.before)
      if (step !== undefined && from !== undefined) return stepped(from, step, bytesFor(index))
    }
    return readWhole(checkout, name, held)
  }
  return name => {
    const tree = held.find(one => one.name === name) ?? made(name)
    held = [...held.filter(one => one !== tree), tree].slice(-mostHeld)
    return tree
  }
}

function stepped({ placed: before }: Tree, { after: name, changes }: Step, bytes: Bytes): Tree {
  const placed = new Map(before)
  for (const { path, after } of changes) {
    const kind = kindOf(path)
    if (kind === undefined) continue
    if (after === undefined) placed.delete(path)
    else
      placed.set(path, after.isFile ? sourceOf({ file: path, kind, object: after.object }, bytes) : undefined)
  }
  // As git lists them.
  const isInOrder = placed.keys().every(file => before.has(file))
  return treeOf(name, isInOrder ? placed : new Map([...placed].sort(([a], [b]) => (a < b ? -1 : 1))))
}

function readWhole(checkout: Checkout, name: string, held: readonly Tree[]): Tree {
  const { blobs, irregular } = filesAt(checkout, name)
  const known = ({ file, object }: Blob) =>
    held.flatMap(({ placed }) => placed.get(file) ?? []).find(one => one.object === object)
  const had = new Map(blobs.map(blob => [blob, known(blob)]))
  const bytes = bytesOf(
    checkout,
    name,
    blobs.filter(blob => had.get(blob) === undefined),
  )
  const placed = blobs.map(blob => [blob.file, had.get(blob) ?? sourceOf(blob, bytes)] as const)
  return treeOf(
    name,
    new Map<string, Placed>([...placed, ...irregular.map(file => [file, undefined] as const)]),
  )
}

type Bytes = ReadonlyMap<string, Uint8Array>

function sourceOf({ file, kind, object }: Blob, contents: Bytes): Placed {
  const bytes = contents.get(object)
  return bytes && { object, source: { file, kind, bytes, digest: digestOf(bytes) } }
}

function treeOf(name: string, placed: ReadonlyMap<string, Placed>): Tree {
  const contents = lazily(
    () => new Map([...placed].flatMap(([file, one]) => (one ? [[file, one.object]] : []))),
  )
  return {
    name,
    placed,
    sources: {
      files: [...placed.values()].flatMap(one => one?.source ?? []),
      irregular: [...placed].flatMap(([file, one]) => (one === undefined ? [file] : [])),
    },
    get contents() {
      return contents()
    },
  }
}

/** So many contents are asked of git at a time. */
const mostAhead = 1000

/** What the files are that steps bring, read for a step and those that follow it. */
function contentsAhead(checkout: Checkout, steps: readonly Step[]): (index: number) => Bytes {
  let [from, to]: readonly [number, number] = [0, 0]
  let bytes: Bytes = new Map()
  return index => {
    if (index >= from && index < to) return bytes
    const blobs: Pick<Blob, 'file' | 'object'>[] = []
    ;[from, to] = [index, index]
    for (; to < steps.length && (to === index || blobs.length < mostAhead); to += 1)
      blobs.push(...broughtBy(steps[to]))
    bytes = bytesOf(checkout, steps[index]?.after ?? '', blobs)
    return bytes
  }
}

function broughtBy(step: Step | undefined): readonly Pick<Blob, 'file' | 'object'>[] {
  return (step?.changes ?? []).flatMap(({ path, after }) =>
    after?.isFile === true && kindOf(path) !== undefined ? [{ file: path, object: after.object }] : [],
  )
}
