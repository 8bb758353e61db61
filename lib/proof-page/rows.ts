import type { Level, ProvenSystem, Row, Rows } from './content.ts'

/** More make neither a picture nor a matrix that anybody reads. */
const mostRows = 60

const levels: readonly {
  readonly level: Level
  readonly labelOf: (system: ProvenSystem) => string
  readonly nameOf: (system: ProvenSystem) => string
  readonly frameOf: (system: ProvenSystem) => string
}[] = [
  {
    level: 'system',
    labelOf: ({ address }) => address,
    nameOf: ({ name }) => name,
    frameOf: ({ unit }) => unit,
  },
  {
    level: 'unit',
    labelOf: ({ address }) => address.split('/').slice(0, 2).join('/'),
    nameOf: ({ unit }) => unit,
    frameOf: ({ jurisdiction }) => jurisdiction.zh,
  },
  {
    level: 'jurisdiction',
    labelOf: ({ address }) => address.split('/')[0] ?? address,
    nameOf: ({ jurisdiction }) => jurisdiction.zh,
    frameOf: () => '',
  },
]

/** One row a system; of more than a page can show, one a unit, and of more than that one a jurisdiction. */
export function rowsOf(systems: readonly ProvenSystem[]): Rows {
  const sorted = systems.toSorted((a, b) => (a.address < b.address ? -1 : 1))
  const made = levels.map(({ level, labelOf, nameOf, frameOf }): Rows => {
    const rows = [...Map.groupBy(sorted, labelOf)].flatMap(([label, same]): readonly Row[] => {
      const [first] = same
      return first === undefined ? [] : [{ label, name: nameOf(first), frame: frameOf(first), systems: same }]
    })
    return { level, rows }
  })
  const fitting = made.find(({ rows }) => rows.length <= mostRows) ?? made.at(-1)
  return fitting ?? { level: 'system', rows: [] }
}

/** The label of the row that each project stands in. */
export function labelsOf({ rows }: Rows): ReadonlyMap<string, string> {
  return new Map(rows.flatMap(({ label, systems }) => systems.map(({ project }) => [project, label])))
}
