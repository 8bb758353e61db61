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
import type { Surroundings, System } from '../../../model/model.ts'
import { itemTerm, poolTerm, zoneTerm } from '../../../term/index.ts'
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
    if (granted !== undefined) yield* differences(surroundings, system, granted)
  },
}

function* differences(around: Surroundings, system: System, index: number): Iterable<Finding> {
  const { history, zones } = system.value
  const { grants = {}, on } = history[index] ?? {}
  for (const difference of compareServices(grants, zones, on)) {
    const said = saidOf(around, system, difference)
    if (said === undefined) continue
    yield finding(requestDiffers, said.at, {
      message: said.message,
      related: [related(placeOfKey(system, 'history', index, 'grants'), '核定的内容', 'the grant')],
    })
  }
}

interface Said {
  readonly at: Location
  readonly message: Text
}

/** A zone that is granted and no longer in the manifest is the finding of `grant-zone`. */
function saidOf(around: Surroundings, system: System, difference: Difference): Said | undefined {
  if ('item' in difference)
    return { at: placeOfItem(system, difference), message: saidOfItem(around, difference) }
  const { zone } = difference
  if (difference.kind === 'change-pool') {
    const { before: given, after: asked } = difference
    const [wanted, held] = [poolTerm(around, zone, asked), poolTerm(around, zone, given)]
    const message = text(
      `申请的是${wanted.zh}，核定的是${held.zh}`,
      `${wanted.en} is asked for, ${held.en} granted`,
    )
    return { at: place(system, 'zones', zone), message }
  }
  if (difference.kind === 'leave-zone') return undefined
  const { zh, en } = zoneTerm(around, zone, system.value.metadata.jurisdiction)
  const message = text(`${zh}未核定`, `the ${en} is not granted`)
  return { at: placeOfKey(system, 'zones', zone), message }
}

function saidOfItem(around: Surroundings, difference: ItemDifference): Text {
  const { zh, en } = itemTerm(around, difference.item)
  if (difference.kind === 'reschedule')
    return text(`${zh}申请的起止日期与核定的不一致`, `the dates of ${en} are not those that were granted`)
  const { before: given, after: asked, on } = difference
  return on === undefined
    ? text(`${zh}申请 ${asked}，核定 ${given}`, `${en}: ${asked} asked for, ${given} granted`)
    : text(
        `${zh}自 ${on} 起申请 ${asked}，核定 ${given}`,
        `${en} from ${on}: ${asked} asked for, ${given} granted`,
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
