import type { MeasuredUtilisation } from '../../generated/types/system.ts'
import type { Catalogue, Surroundings, System } from '../model/model.ts'
import { view } from '../model/view.ts'
import type { SignalSubject } from './signals.ts'

const byAddress = view(
  (files: Catalogue['utilisation']): ReadonlyMap<string, readonly MeasuredUtilisation[]> => {
    const rows = files.flatMap(({ value: { jurisdiction, month, measured } }) =>
      measured.map(({ system, ...values }) => ({
        address: `${jurisdiction}/${system}`,
        measured: { month, ...values },
      })),
    )
    return new Map(
      [...Map.groupBy(rows, ({ address }) => address)].map(([address, own]) => [
        address,
        own.map(({ measured }) => measured),
      ]),
    )
  },
)

/** What signals look at: a system's history, and what was measured of it, in its manifest or by a monitoring's file. */
export function signalSubject({ catalogue }: Surroundings, { address, value }: System): SignalSubject {
  const brought = byAddress(catalogue.utilisation).get(address) ?? []
  return { history: value.history, utilisation: [...(value.utilisation ?? []), ...brought] }
}
