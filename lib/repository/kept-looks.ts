import type { Around } from '../compose/index.ts'
import type { SourceFile } from '../read/index.ts'
import { answersOf, type LookedCatalogue, type LookedSystem, type LookedUnit, type Looks } from './looks.ts'

/**
 * Looks that keep what they came to, for whoever looks at many repositories that are alike, one after another, and gives
 * what is the same in two of them as the same source. Each source is looked at once for one catalogue, and a system once
 * for what records decided on it; its value is kept too.
 */
export function keptLooks(looks: Looks): Looks {
  const unitOf = keptBySource<LookedUnit>()
  const systemOf = keptBySource<LookedSystem>()
  return {
    catalogue: keptCatalogue(looks),
    unit: (source, schemas) => unitOf(source, [schemas], () => looks.unit(source, schemas)),
    around: keptAround(looks),
    systems: (sources, against) => {
      // What the rules say of a system rests on more than its file.
      if (against.around !== undefined) return looks.systems(sources, against)
      return sources.map(source =>
        systemOf(source, [against.schemas, ...answersOf(against, source)], () => {
          const [looked = nothing] = looks.systems([source], against)
          const { system } = looked
          return system === undefined ? looked : { ...looked, system: { ...system, value: system.value } }
        }),
      )
    },
  }
}

const nothing: LookedSystem = { system: undefined, findings: { ofForm: [], ofRules: [] }, extract: undefined }

/** What was made of the last repository: the next one mostly has the same files of the catalogue. */
function keptCatalogue(looks: Looks): Looks['catalogue'] {
  const keep = keptLast<LookedCatalogue>()
  return repository => {
    const { files, findings } = repository
    return findings.length > 0 ? looks.catalogue(repository) : keep(files, () => looks.catalogue(repository))
  }
}

function keptAround(looks: Looks): Looks['around'] {
  const keep = keptLast<Around | undefined>()
  return (documents, days) => keep([...documents, days.asOf, days.today], () => looks.around(documents, days))
}

interface Kept<T> {
  readonly rests: readonly unknown[]
  readonly value: T
}

/** @returns what was made last, as long as it rests on the very same things */
function keptLast<T>(): (rests: readonly unknown[], make: () => T) => T {
  let last: Kept<T> | undefined
  return (rests, make) => {
    if (last === undefined || !areSame(last.rests, rests)) last = { rests, value: make() }
    return last.value
  }
}

function keptBySource<T>(): (source: SourceFile, rests: readonly unknown[], make: () => T) => T {
  const bySource = new WeakMap<SourceFile, (rests: readonly unknown[], make: () => T) => T>()
  return (source, rests, make) => {
    const keep = bySource.get(source) ?? keptLast<T>()
    bySource.set(source, keep)
    return keep(rests, make)
  }
}

function areSame(some: readonly unknown[], others: readonly unknown[]): boolean {
  return some.length === others.length && some.every((one, at) => one === others[at])
}
