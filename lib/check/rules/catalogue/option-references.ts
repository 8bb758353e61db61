import type { OrderTerms, ServiceItem } from '../../../../generated/types/service.ts'
import { type DataPath, finding, type Text } from '../../../finding/finding.ts'
import { hasAllItems } from '../../../model/left-out.ts'
import type { Surroundings } from '../../../model/model.ts'
import { inARow, itemTerm, zoneTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const optionReferences: RepositoryRule = {
  code: 'TY3613',
  severity: 'error',
  title: text('写明一并申请的服务项申请不到。', 'What an item goes with cannot be asked for beside it.'),
  why: text(
    '选配、须一并申请和不能一并申请的，须是目录中的其他服务项；须一并申请的在本项的每个分区提供，供选配的在每个分区至少有一项提供；不得既要求又排除。否则本项无法申请。',
    'What an option is for, what is needed and what is excluded are other items of the catalogue; what is needed is offered in every zone of the item, and of what an option is for one at least; nothing is wanted and excluded at once. Otherwise the item could never be asked for.',
  ),
  *check(model) {
    if (!hasAllItems(model)) return
    for (const item of model.catalogue.allItems) {
      for (const [index, version] of item.value.versions.entries()) {
        const { order } = version
        if (order === undefined || (version.to !== undefined && version.to < model.asOf)) continue
        for (const { path, id, fault } of faultsOf(model, item.value, order)) {
          const name = id === undefined ? text('所列服务项', 'what it is for') : itemTerm(model, id)
          const isKnown = id === undefined || model.catalogue.items.has(id)
          yield finding(optionReferences, place(item, 'versions', index, 'order', ...path), {
            message: text(`${name.zh}${fault.zh}`, `${name.en} ${fault.en}`),
            fix: isKnown ? undefined : meant(id, model.catalogue.items.keys()),
          })
        }
      }
    }
  },
}

interface Fault {
  readonly path: DataPath
  /** Undefined where all that an option is for is meant together. */
  readonly id: string | undefined
  readonly fault: Text
}

function faultsOf(model: Surroundings, item: ServiceItem, order: OrderTerms): readonly Fault[] {
  const { optionOf, needs = [], excludes = [] } = order
  const named = [
    ...(optionOf?.items ?? []).map((id, at) => ({ id, path: ['optionOf', 'items', at] })),
    ...needs.map((id, at) => ({ id, path: ['needs', at] })),
    ...excludes.map((id, at) => ({ id, path: ['excludes', at] })),
  ]
  const wrong = named.flatMap(({ id, path }) => faultIf(path, id, misnamed(model, item, id)))
  if (wrong.length > 0) return wrong
  return [
    ...needs.flatMap((id, at) => faultIf(['needs', at], id, missingIn(model, item, [id]))),
    ...excludes.flatMap((id, at) => faultIf(['excludes', at], id, wantedToo(order, id))),
    ...(optionOf === undefined
      ? []
      : faultIf(['optionOf', 'items'], undefined, missingIn(model, item, optionOf.items))),
  ]
}

function faultIf(path: DataPath, id: string | undefined, fault: Text | undefined): readonly Fault[] {
  return fault === undefined ? [] : [{ path, id, fault }]
}

function misnamed({ catalogue }: Surroundings, item: ServiceItem, id: string): Text | undefined {
  if (id === item.id) return text('就是本项', 'is this item itself')
  return catalogue.items.has(id) ? undefined : text('不在目录中', 'is not in the catalogue')
}

/** The zones of an item in which none of some others is offered. */
function missingIn(model: Surroundings, item: ServiceItem, ids: readonly string[]): Text | undefined {
  const offered = new Set(ids.flatMap(id => model.catalogue.items.get(id)?.value.zones ?? []))
  const zones = item.zones.filter(zone => !offered.has(zone))
  if (zones.length === 0) return undefined
  const { zh, en } = inARow(zones.map(zone => zoneTerm(model, zone)))
  return text(`不在${zh}提供`, `is not offered in the ${en}`)
}

function wantedToo({ optionOf, needs = [] }: OrderTerms, id: string): Text | undefined {
  const isOnlyMain = optionOf?.items.length === 1 && optionOf.items.includes(id)
  return needs.includes(id) || isOnlyMain ? text('又须一并申请', 'is wanted beside it as well') : undefined
}
