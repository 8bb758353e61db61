// Units that services are asked for and paid in, as far as a cloud counts the same thing in a unit of its own.
import type { MeasuredUnit } from '../../generated/types/units.ts'
import { defaultUnits } from './default-units.ts'
import { view } from './view.ts'

export type UnitOfMeasure =
  /** How many GiB one is: from the decimal reading to the binary one, for price lists rarely say which is meant. */
  | { readonly counts: 'size'; readonly gib: readonly [least: number, most: number] }
  | { readonly counts: 'bandwidth'; readonly mbps: number }
  | { readonly counts: 'cpu'; readonly vcpus: number }

type Vocabulary = ReadonlyMap<string, UnitOfMeasure>

const vocabularyOf = view(
  (units: readonly MeasuredUnit[]): Vocabulary =>
    new Map(
      units.flatMap(unit => {
        const meant = measureOf(unit)
        return meant === undefined ? [] : unit.names.map(name => [plainUnit(name), meant] as const)
      }),
    ),
)

/** What a name is compared by: neither case nor width counts. */
export function plainUnit(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase()
}

function measureOf({ kib, mib, gib, leastGib, kbps, mbps, vcpus }: MeasuredUnit): UnitOfMeasure | undefined {
  const size =
    gib ?? (mib === undefined ? undefined : mib / 1024) ?? (kib === undefined ? undefined : kib / 1024 ** 2)
  if (size !== undefined) return { counts: 'size', gib: [leastGib ?? size, size] }
  const bandwidth = mbps ?? (kbps === undefined ? undefined : kbps / 1000)
  if (bandwidth !== undefined) return { counts: 'bandwidth', mbps: bandwidth }
  return vcpus === undefined ? undefined : { counts: 'cpu', vcpus }
}

/** `100 GB`, `TB/月`, `Mbps`: a number, the unit, and the time or the piece that it is counted by. */
const form = /^(\d+)?\s*([^\d\s·*（(]+?)(?:\s*(?:[/·*（(]|每).*)?$/u

/** Reads a unit's text by a vocabulary; undefined for what a cloud has no unit of its own for, such as pieces, systems and person-days. */
export function unitOfMeasure(
  text: string,
  vocabulary: readonly MeasuredUnit[] = defaultUnits,
): UnitOfMeasure | undefined {
  const units = vocabularyOf(vocabulary)
  const plain = plainUnit(text)
  const whole = units.get(plain)
  if (whole !== undefined) return whole
  const [, count, name = ''] = form.exec(plain) ?? []
  const found = units.get(name) ?? units.get(plain.replace(/^\d+\s*/, ''))
  return found === undefined ? undefined : times(found, Number(count ?? 1))
}

/** How forms write a unit: an office counts 1套 and 500GB where a catalogue counts systems and GiB. */
export function writtenUnit(text: string, vocabulary: readonly MeasuredUnit[] = defaultUnits): string {
  const plain = plainUnit(text)
  return vocabulary.find(({ names }) => names.some(name => plainUnit(name) === plain))?.written ?? text
}

function times(unit: UnitOfMeasure, count: number): UnitOfMeasure {
  if (unit.counts === 'size') return { counts: 'size', gib: [unit.gib[0] * count, unit.gib[1] * count] }
  if (unit.counts === 'bandwidth') return { counts: 'bandwidth', mbps: unit.mbps * count }
  return { counts: 'cpu', vcpus: unit.vcpus * count }
}
