import type { Schemas } from '../validate/index.ts'
import { answersOf, type LookedCatalogue, type LookedSystem, type LookedUnit, type Looks } from './looks.ts'

/**
 * Looks that keep what the last two repositories came to, for whoever looks at many that are alike, one after another. Each
 * file is looked at once for one catalogue, and a system once for what records decided on it.
 */
export function keptLooks(looks: Looks): Looks {
  const catalogues = twoRounds<LookedCatalogue>()
  const units = twoRounds<LookedUnit>()
  const systems = twoRounds<LookedSystem>()
  const numberOf = numbered()
  return {
    catalogue: repository => {
      for (const { turn } of [catalogues, units, systems]) turn()
      const { files, findings } = repository
      if (findings.length > 0) return looks.catalogue(repository)
      const key = files.map(({ file, digest }) => `${digest} ${file}`).join('\n')
      return catalogues.get(key, () => looks.catalogue(repository))
    },
    unit: (source, schemas) =>
      units.get(`${numberOf(schemas)} ${source.digest} ${source.file}`, () => looks.unit(source, schemas)),
    systems: (sources, against) => {
      // What the rules say of a system rests on more than its file.
      if (against.around !== undefined) return looks.systems(sources, against)
      return sources.flatMap(source => {
        const records = answersOf(against, source).map(({ record }) => record.number)
        const key = [numberOf(against.schemas), records.join(), source.digest, source.file].join(' ')
        return systems.get(key, () => {
          const [looked] = looks.systems([source], against)
          return looked ?? nothing
        })
      })
    },
  }
}

const nothing: LookedSystem = { system: undefined, findings: { ofForm: [], ofRules: [] }, extract: undefined }

/** What was made in this round and in the one before it. */
function twoRounds<T>() {
  let [now, before] = [new Map<string, T>(), new Map<string, T>()]
  return {
    turn: (): void => {
      before = now
      now = new Map()
    },
    get: (key: string, make: () => T): T => {
      const value = now.get(key) ?? before.get(key) ?? make()
      now.set(key, value)
      return value
    },
  }
}

/** A number for each schemas: those of one catalogue are one function. */
function numbered(): (schemas: () => Schemas) => number {
  const numbers = new WeakMap<() => Schemas, number>()
  let last = 0
  return schemas => {
    const known = numbers.get(schemas)
    if (known !== undefined) return known
    last += 1
    numbers.set(schemas, last)
    return last
  }
}
