// Units that services are asked for and paid in, as far as a cloud counts the same thing in a unit of its own.

export type UnitOfMeasure =
  /** How many GiB one is: from the decimal reading to the binary one, for price lists rarely say which is meant. */
  | { readonly counts: 'size'; readonly gib: readonly [least: number, most: number] }
  | { readonly counts: 'bandwidth'; readonly mbps: number }
  | { readonly counts: 'cpu'; readonly vcpus: number }

/**
 * Cinder, Swift and Nova say GB and mean GiB, and so do price lists of clouds; from TB on the two readings differ by a
 * tenth, and a catalogue has to choose. Names as price lists write them, without case.
 */
const sizes = [
  [['kib', 'kb'], 0],
  [['mib', 'mb'], 1],
  [['gib', 'gb', 'g', '吉字节'], 2],
  [['tib'], 3],
  [['tb', 't', '太字节'], 3],
  [['pib'], 4],
  [['pb', 'p'], 4],
] as const

const bandwidths = [
  [['kbps', 'kbit/s'], 0.001],
  [['mbps', 'mbit/s', 'm', '兆', '兆比特每秒'], 1],
  [['gbps', 'gbit/s'], 1000],
] as const

const cpus = ['vcpu', 'vcpus', 'cpu', 'core', 'cores', '核', '核心', '个核']

const units: ReadonlyMap<string, UnitOfMeasure> = new Map(named())

function* named(): Generator<readonly [name: string, unit: UnitOfMeasure]> {
  for (const [names, power] of sizes)
    for (const name of names) yield [name, { counts: 'size', gib: gibOf(name, power) }]
  for (const [names, mbps] of bandwidths)
    for (const name of names) yield [name, { counts: 'bandwidth', mbps }]
  for (const name of cpus) yield [name, { counts: 'cpu', vcpus: 1 }]
}

function gibOf(name: string, power: number): readonly [number, number] {
  const binary = 1024 ** (power - 2)
  const decimal = 1000 ** (power + 1) / 2 ** 30
  // Below TB nobody tells the two apart; a name with an i means the binary one.
  return name.includes('i') || power <= 2 ? [binary, binary] : [Math.floor(decimal), binary]
}

/** `100 GB`, `TB/月`, `Mbps`: a number, the unit, and the time or the piece that it is counted by. */
const form = /^(\d+)?\s*([^\d\s·*（(]+?)(?:\s*(?:[/·*（(]|每).*)?$/u

/** Reads a unit's text; undefined for what a cloud has no unit of its own for, such as pieces, systems and person-days. */
export function unitOfMeasure(text: string): UnitOfMeasure | undefined {
  const plain = text.normalize('NFKC').trim().toLowerCase()
  const whole = units.get(plain)
  if (whole !== undefined) return whole
  const [, count, name = ''] = form.exec(plain) ?? []
  const found = units.get(name) ?? units.get(plain.replace(/^\d+\s*/, ''))
  return found === undefined ? undefined : times(found, Number(count ?? 1))
}

function times(unit: UnitOfMeasure, count: number): UnitOfMeasure {
  if (unit.counts === 'size') return { counts: 'size', gib: [unit.gib[0] * count, unit.gib[1] * count] }
  if (unit.counts === 'bandwidth') return { counts: 'bandwidth', mbps: unit.mbps * count }
  return { counts: 'cpu', vcpus: unit.vcpus * count }
}
