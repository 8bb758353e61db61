import type { ServiceLine, SystemManifest } from '../../generated/types/system.ts'
import { addCalendarDays } from '../clock/day.ts'
import { grantIndexOn, isInForce } from './grants.ts'

/**
 * The last day of the granted line that ends next, `YYYY-MM-DD`: of those in force on a day, where less of the item is
 * granted in its zone from the day after. A grant that comes later and says otherwise takes its place.
 */
export function nextLineEnd({ history }: Pick<SystemManifest, 'history'>, day: string): string | undefined {
  const grants = history[grantIndexOn(history, day)]?.grants ?? {}
  const ends = Object.values(grants).flatMap(({ services }) =>
    services.flatMap(({ item, to }) =>
      to !== undefined &&
      to >= day &&
      amountOn(services, item, addCalendarDays(to, 1)) < amountOn(services, item, to)
        ? [to]
        : [],
    ),
  )
  return ends.sort()[0]
}

function amountOn(lines: readonly ServiceLine[], item: string, day: string): number {
  return lines
    .filter(line => line.item === item && isInForce(line, day))
    .reduce((sum, { quantity }) => sum + quantity, 0)
}
