import type { JurisdictionProfile } from '../../../../generated/types/jurisdiction.ts'
import type { ServiceLine, SystemManifest } from '../../../../generated/types/system.ts'
import { isRecordOnly, profileOf } from '../../../entitlement/end-of-life.ts'
import { type Finding, finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import type { System } from '../../../model/model.ts'
import { sharedPool } from '../../../model/pool.ts'
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
    if (profile === undefined || isRecordOnly(surroundings, system)) return
    const granted = settledGrant(profile, system.value)
    if (granted !== undefined) yield* differences(system, granted)
  },
}

/** The index of the grant that settled the last request; undefined while a request waits for its answer. */
function settledGrant({ lifecycle }: JurisdictionProfile, { history }: SystemManifest): number | undefined {
  const last = history.findLastIndex(({ event }) => {
    const definition = entryOf(lifecycle.events, event)
    return definition?.settles === true || definition?.requests === true
  })
  return last >= 0 && history[last]?.grants !== undefined ? last : undefined
}

function* differences(system: System, index: number): Iterable<Finding> {
  const grants = system.value.history[index]?.grants ?? {}
  for (const [zone, { pool = sharedPool, services }] of Object.entries(system.value.zones)) {
    const granted = entryOf(grants, zone)
    // Places are only looked up where something is wrong: each look-up parses the file.
    const also = () => [related(placeOfKey(system, 'history', index, 'grants'), '授予', 'the grant')]
    if (granted === undefined) {
      yield finding(requestDiffers, placeOfKey(system, 'zones', zone), {
        message: text(`分区 ${zone} 未获授予`, `zone ${zone} is not granted`),
        related: also(),
      })
      continue
    }
    if (pool !== (granted.pool ?? sharedPool)) {
      yield finding(requestDiffers, place(system, 'zones', zone), {
        message: text(
          `资源池申请为 ${pool}，授予为 ${granted.pool ?? sharedPool}`,
          `pool ${pool} is asked for, ${granted.pool ?? sharedPool} granted`,
        ),
        related: also(),
      })
    }
    const [asked, given] = [totals(services), totals(granted.services)]
    for (const item of new Set([...asked.keys(), ...given.keys()])) {
      const [want, has] = [asked.get(item) ?? 0, given.get(item) ?? 0]
      if (want === has) continue
      const line = services.findIndex(one => one.item === item)
      const at =
        line < 0
          ? placeOfKey(system, 'zones', zone, 'services')
          : place(system, 'zones', zone, 'services', line, 'quantity')
      yield finding(requestDiffers, at, {
        message: text(`${item} 申请 ${want}，授予 ${has}`, `${item}: ${want} asked for, ${has} granted`),
        related: also(),
      })
    }
  }
}

function totals(lines: readonly ServiceLine[]): ReadonlyMap<string, number> {
  const sums = new Map<string, number>()
  for (const { item, quantity } of lines) sums.set(item, (sums.get(item) ?? 0) + quantity)
  return sums
}
