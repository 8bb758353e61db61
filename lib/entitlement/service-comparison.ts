import type { ServiceLine, SystemManifest } from '../../generated/types/system.ts'
import { entryOf } from '../model/entry.ts'
import { sharedPool } from '../model/pool.ts'

/** One way in which what a system asks for differs, recognised from the two manifests alone. */
export type Difference =
  | { readonly kind: 'add-zone' | 'leave-zone'; readonly zone: string }
  | { readonly kind: 'change-pool'; readonly zone: string; readonly before: string; readonly after: string }
  | {
      readonly kind: 'enlarge' | 'shrink'
      readonly zone: string
      readonly item: string
      readonly before: number
      readonly after: number
    }
  | { readonly kind: 'reschedule'; readonly zone: string; readonly item: string }

/** How the requested zones, pools and services of two versions of a manifest differ, in a stable order. */
export function differencesOf(before: SystemManifest, after: SystemManifest): readonly Difference[] {
  const zones = [...new Set([...Object.keys(before.zones), ...Object.keys(after.zones)])].sort()
  return zones.flatMap((zone): readonly Difference[] => {
    const [had, has] = [entryOf(before.zones, zone), entryOf(after.zones, zone)]
    if (had === undefined) return [{ kind: 'add-zone', zone }]
    if (has === undefined) return [{ kind: 'leave-zone', zone }]
    return [
      ...poolDifferences(zone, had.pool ?? sharedPool, has.pool ?? sharedPool),
      ...serviceDifferences(zone, had.services, has.services),
    ]
  })
}

function poolDifferences(zone: string, before: string, after: string): readonly Difference[] {
  return before === after ? [] : [{ kind: 'change-pool', zone, before, after }]
}

function serviceDifferences(
  zone: string,
  before: readonly ServiceLine[],
  after: readonly ServiceLine[],
): readonly Difference[] {
  const items = [...new Set([...before, ...after].map(line => line.item))].sort()
  return items.flatMap((item): readonly Difference[] => {
    const [had, has] = [before.filter(line => line.item === item), after.filter(line => line.item === item)]
    const [was, is] = [total(had), total(has)]
    if (was !== is) return [{ kind: is > was ? 'enlarge' : 'shrink', zone, item, before: was, after: is }]
    return periods(had) === periods(has) ? [] : [{ kind: 'reschedule', zone, item }]
  })
}

function total(lines: readonly ServiceLine[]): number {
  return lines.reduce((sum, line) => sum + line.quantity, 0)
}

function periods(lines: readonly ServiceLine[]): string {
  return lines
    .map(({ quantity, from = '', to = '' }) => `${from}/${to}:${quantity}`)
    .sort()
    .join(' ')
}
