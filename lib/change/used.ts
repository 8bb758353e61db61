// What of the catalogue somebody uses: what nobody has been given or asks for may still be rewritten.
import { askedOpenings, exposureBasisOf, grantedLinesOf, linesIn, standingsOf } from '../entitlement/index.ts'
import { reachedFrom } from '../model/bundle.ts'
import type { Model } from '../model/model.ts'
import { view } from '../model/view.ts'

/** Zones in which any system stands. */
export const usedZonesOf = view(
  (model: Model): ReadonlySet<string> =>
    new Set(model.systems.flatMap(system => Object.keys(standingsOf(model, system)))),
)

/** Sites on which such a zone lies. */
export const usedSitesOf = view((model: Model): ReadonlySet<string> => {
  const used = usedZonesOf(model)
  const zones = Object.entries(model.catalogue.platform.value.zones)
  return new Set(zones.flatMap(([id, { site }]) => (used.has(id) ? [site] : [])))
})

/** Gateways through which any system exchanges data, or asks to. */
export const usedGatewaysOf = view((model: Model): ReadonlySet<string> => {
  const openings = model.systems.flatMap(system => [
    ...askedOpenings(system.value),
    ...exposureBasisOf(model, system.value, model.asOf).openings,
  ])
  return new Set(
    openings.flatMap(({ direction, peerText }) =>
      direction === 'exchange' ? [peerText.replace(/^gateway:/, '')] : [],
    ),
  )
})

/** Items that anybody was granted, now or in the past. Every grant of the repository is a lot to look at. */
export const grantedItemsOf = view(
  (model: Model): ReadonlySet<string> => new Set(grantedLinesOf(model).map(({ line }) => line.item)),
)

/** With what their bundles hold. */
function reached(model: Model, items: readonly string[]): ReadonlySet<string> {
  return new Set([...new Set(items)].flatMap(item => [...reachedFrom(model.catalogue.items, item)]))
}

/** Items that anybody was granted or asks for. */
export const usedItemsOf = view(
  (model: Model): ReadonlySet<string> =>
    reached(
      model,
      model.systems.flatMap(system => linesIn(model, system).map(({ line }) => line.item)),
    ),
)
