import {
  compareServices,
  type Difference,
  hasEnded,
  type ItemDifference,
  profileOf,
  settledGrant,
} from '../../../entitlement/index.ts'
import { type Finding, finding, type Location, type Text } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { System } from '../../../model/model.ts'
import { place, placeOfKey, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const requestDiffers: SystemRule = {
  code: 'TY3506',
  severity: 'warning',
  title: text('申请的资源与授予的不一致。', 'What is asked for differs from what is granted.'),
  why: text(
    '批准之后，清单所写应与授予一致；以授予为准修改清单，或提出变更申请。云上只按授予开通。',
    'After an approval the two agree. Write what was granted, or request a change; only what is granted is opened.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined || hasEnded(surroundings, system)) return
    const granted = settledGrant(profile, system.value)
    if (granted !== undefined) yield* differences(system, granted)
  },
}

function* differences(system: System, index: number): Iterable<Finding> {
  const { history, zones } = system.value
  const { grants = {}, on } = history[index] ?? {}
  for (const difference of compareServices(grants, zones, on)) {
    const said = saidOf(system, difference)
    if (said === undefined) continue
    yield finding(requestDiffers, said.at, {
      message: said.message,
      related: [related(placeOfKey(system, 'history', index, 'grants'), '授予', 'the grant')],
    })
  }
}

interface Said {
  readonly at: Location
  readonly message: Text
}

/** A zone that is granted and no longer in the manifest is the finding of `grant-zone`. */
function saidOf(system: System, difference: Difference): Said | undefined {
  if ('item' in difference) return { at: placeOfItem(system, difference), message: saidOfItem(difference) }
  const { zone } = difference
  if (difference.kind === 'change-pool') {
    const { before: given, after: asked } = difference
    const message = text(
      `资源池申请为 ${asked}，授予为 ${given}`,
      `pool ${asked} is asked for, ${given} granted`,
    )
    return { at: place(system, 'zones', zone), message }
  }
  if (difference.kind === 'leave-zone') return undefined
  const message = text(`分区 ${zone} 未获授予`, `zone ${zone} is not granted`)
  return { at: placeOfKey(system, 'zones', zone), message }
}

function saidOfItem(difference: ItemDifference): Text {
  const { item } = difference
  if (difference.kind === 'reschedule')
    return text(
      `${item} 申请的起止日期与授予的不一致`,
      `the dates of ${item} are not those that were granted`,
    )
  const { before: given, after: asked, on } = difference
  return on === undefined
    ? text(`${item} 申请 ${asked}，授予 ${given}`, `${item}: ${asked} asked for, ${given} granted`)
    : text(
        `${item} 自 ${on} 起申请 ${asked}，授予 ${given}`,
        `${item} from ${on}: ${asked} asked for, ${given} granted`,
      )
}

/** Of several lines of one item, the first. */
function placeOfItem(system: System, { kind, zone, item }: ItemDifference): Location {
  const services = entryOf(system.value.zones, zone)?.services ?? []
  const line = services.findIndex(one => one.item === item)
  const path = ['zones', zone, 'services']
  if (line < 0) return placeOfKey(system, ...path)
  return kind === 'reschedule' ? place(system, ...path, line) : place(system, ...path, line, 'quantity')
}
