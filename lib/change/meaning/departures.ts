import type { DataPath } from '../../finding/finding.ts'
import { isRecord } from '../../model/record.ts'
import { sameData } from '../../model/same-data.ts'
import type { Meaning, MeaningTable, Rows } from './meaning.ts'

/** A field or row that means something else than before. */
export interface Departure {
  readonly meaning: Exclude<Meaning, { readonly kind: 'elsewhere' | 'nothing' }> | undefined
  /** Where it stands in the value before; of a new row, the list. */
  readonly before: DataPath
  /** Where it stands in the value after, or stood last. */
  readonly after: DataPath
  /** Undefined for what was not there. */
  readonly was: unknown
  /** Undefined for what is gone. */
  readonly is: unknown
}

/** What a comparison goes by beside the two values. */
export interface Comparison {
  readonly table: MeaningTable
  /** Rows that begin later are still free. */
  readonly asOf: string
  /**
   * Tells labels too, what other rules look at, and rows that may come and go: without a meaning.
   * @default false
   */
  readonly everything?: true
}

type Fields = Readonly<Record<string, unknown>>

interface Spot {
  /** As the table writes it. */
  readonly place: string
  readonly before: DataPath
  readonly after: DataPath
  readonly was: unknown
  readonly is: unknown
}

/**
 * Where two values differ in what they mean. The order of keys, of rows and of plain lists means nothing; a field that the
 * table does not know means something, whatever it is.
 */
export function departuresIn(comparison: Comparison, was: unknown, is: unknown): readonly Departure[] {
  return compared(comparison, { place: '', before: [], after: [], was, is })
}

function compared(comparison: Comparison, spot: Spot): readonly Departure[] {
  const { table } = comparison
  const { was, is, place } = spot
  if (sameMeaning(was, is)) return []
  const meaning = Object.hasOwn(table, place) ? table[place] : undefined
  if (meaning?.kind === 'rows') return comparedRows(comparison, spot, meaning)
  if (meaning !== undefined) return judged(comparison, meaning, spot)
  if (!hasBelow(table, place) || !isOptionalMap(was) || !isOptionalMap(is))
    return [departure(undefined, spot)]
  return [...new Set([...Object.keys(was ?? {}), ...Object.keys(is ?? {})])].flatMap(key =>
    compared(comparison, {
      place: place === '' ? key : `${place}.${key}`,
      before: [...spot.before, key],
      after: [...spot.after, key],
      was: memberOf(was, key),
      is: memberOf(is, key),
    }),
  )
}

function judged(
  { everything }: Comparison,
  meaning: Exclude<Meaning, Rows>,
  spot: Spot,
): readonly Departure[] {
  if (meaning.kind === 'elsewhere' || meaning.kind === 'nothing')
    return everything ? [departure(undefined, spot)] : []
  if (everything) return [departure(meaning, spot)]
  if (meaning.kind === 'renewed' && movesOn(spot.was, spot.is)) return []
  if (meaning.kind === 'confirmed' && isConfirmedAnew(spot)) return []
  return [departure(meaning, spot)]
}

function movesOn(was: unknown, is: unknown): boolean {
  return typeof is === 'string' && (was === undefined || (typeof was === 'string' && was < is))
}

/** Nobody rests on a person that is not there, and checks say who is missing. */
function isConfirmedAnew({ was, is }: Spot): boolean {
  if (!isRecord(was) || !isRecord(is)) return true
  const [{ confirmed: had, ...before }, { confirmed: has, ...after }] = [was, is]
  if (had === undefined || movesOn(had, has)) return true
  return has === had && sameMeaning(before, after)
}

function comparedRows(comparison: Comparison, spot: Spot, rows: Rows): readonly Departure[] {
  const [had, has] = [rowsOf(spot.was, rows), rowsOf(spot.is, rows)]
  const isFree = ({ value }: Row) => {
    const since = isRecord(value) ? rows.since?.(value) : undefined
    return !comparison.everything && since !== undefined && since > comparison.asOf
  }
  const gone = [...had].flatMap(([key, row]) => (has.has(key) || isFree(row) ? [] : [row]))
  const fresh = [...has].flatMap(([key, row]) => (had.has(key) || isFree(row) ? [] : [row]))
  const kept = [...has].flatMap(([key, row]) => {
    const before = had.get(key)
    return before === undefined || (isFree(before) && isFree(row))
      ? []
      : comparedRow(comparison, spot, rows, [before, row])
  })
  const { gone: _, ...named } = rows
  const told: Rows = comparison.everything ? { ...named, added: 'changes' } : rows
  return [...unpaired(spot, told, gone, fresh), ...kept]
}

function comparedRow(
  comparison: Comparison,
  spot: Spot,
  rows: Rows,
  [had, has]: readonly [Row, Row],
): readonly Departure[] {
  // What is compared as a whole is the same.
  if (rows.by === 'itself') return []
  const row: Spot = {
    place: rows.by === 'key' ? `${spot.place}.*` : `${spot.place}[]`,
    before: [...spot.before, had.step],
    after: [...spot.after, has.step],
    was: had.value,
    is: has.value,
  }
  // Rows whose fields are not told apart mean as a whole what rows of their kind mean.
  if (!isTold(comparison.table, row.place)) return sameMeaning(row.was, row.is) ? [] : [departure(rows, row)]
  return compared(comparison, row)
}

/** Rows without a name that come as others go are taken for the same ones, rewritten. */
function unpaired(spot: Spot, rows: Rows, gone: readonly Row[], fresh: readonly Row[]): readonly Departure[] {
  const pairs = rows.by === 'itself' ? Math.min(gone.length, fresh.length) : 0
  const ended = gone.map(({ step, value }, index): Departure => {
    const next = index < pairs ? fresh[index] : undefined
    const after = next === undefined ? spot.after : [...spot.after, next.step]
    return { meaning: rows, before: [...spot.before, step], after, was: value, is: next?.value }
  })
  const begun = fresh.slice(pairs).map(
    ({ step, value }): Departure => ({
      meaning: rows,
      before: spot.before,
      after: [...spot.after, step],
      was: undefined,
      is: value,
    }),
  )
  return [...(rows.gone === 'elsewhere' ? [] : ended), ...(rows.added === 'free' ? [] : begun)]
}

interface Row {
  readonly step: string | number
  readonly value: unknown
}

/** The rows by what makes them the same. Of several that are the same, the first counts; other rules find them. */
function rowsOf(value: unknown, { by }: Rows): ReadonlyMap<string, Row> {
  const found = new Map<string, Row>()
  const add = (key: string, row: Row) => {
    if (!found.has(key)) found.set(key, row)
  }
  if (by === 'key') {
    for (const [key, member] of Object.entries(isRecord(value) ? value : {}))
      add(key, { step: key, value: member })
    return found
  }
  for (const [step, member] of (Array.isArray(value) ? value : []).entries()) {
    const name =
      by === 'itself' || !isRecord(member)
        ? JSON.stringify(canonical(member))
        : JSON.stringify(by.map(field => memberOf(member, field) ?? null))
    add(name, { step, value: member })
  }
  return found
}

function departure(meaning: Departure['meaning'], { before, after, was, is }: Spot): Departure {
  return { meaning, before, after, was, is }
}

function isTold(table: MeaningTable, place: string): boolean {
  return Object.hasOwn(table, place) || hasBelow(table, place)
}

function hasBelow(table: MeaningTable, place: string): boolean {
  if (place === '') return true
  return Object.keys(table).some(other => other.startsWith(`${place}.`) || other.startsWith(`${place}[`))
}

function isOptionalMap(value: unknown): value is Fields | undefined {
  return value === undefined || isRecord(value)
}

function memberOf(value: Fields | undefined, key: string): unknown {
  return value !== undefined && Object.hasOwn(value, key) ? value[key] : undefined
}

function sameMeaning(a: unknown, b: unknown): boolean {
  return sameData(a, b) || sameData(canonical(a), canonical(b))
}

/** Lists of plain values are sets in every schema of the catalogue; lists of maps keep their order, as steps do. */
function canonical(value: unknown): unknown {
  if (Array.isArray(value)) {
    const members = value.map(canonical)
    return members.some(member => typeof member === 'object') ? members : members.toSorted()
  }
  if (!isRecord(value)) return value
  const entries = Object.entries(value).map(([key, member]): [string, unknown] => [key, canonical(member)])
  return Object.fromEntries(entries.toSorted(([a], [b]) => (a < b ? -1 : 1)))
}
