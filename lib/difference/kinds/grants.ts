import { compareServices, grantsOn, type Services } from '../../entitlement/index.ts'
import { jurisdictionOf } from '../../model/address.ts'
import type { System } from '../../model/model.ts'
import type { DifferenceKind } from '../difference.ts'
import { movingSystems, onlyIn } from '../pairs.ts'
import { serviceWords } from '../service-words.ts'

export const grants: DifferenceKind = {
  id: 'grant',
  name: { zh: '核定的资源', en: 'what is granted' },
  *find(sides) {
    for (const { address, before, after } of movingSystems(sides)) {
      const [had, has] = [inForce(before, sides.before.asOf), inForce(after, sides.after.asOf)]
      for (const difference of compareServices(had, has))
        yield { subject: address, message: serviceWords(sides.after, jurisdictionOf(after), difference) }
    }
    for (const [address, system] of onlyIn(sides.after.systemByAddress, sides.before.systemByAddress))
      for (const difference of compareServices({}, inForce(system, sides.after.asOf)))
        yield { subject: address, message: serviceWords(sides.after, jurisdictionOf(system), difference) }
  },
}

/** Without their days: these lines hold on the day, and the other side is of a day of its own. */
function inForce({ value }: System, day: string): Services {
  return Object.fromEntries(
    [...grantsOn(value, day)].map(([zone, { pool, services }]) => [
      zone,
      { pool, services: services.map(({ from: _, to: __, ...line }) => line) },
    ]),
  )
}
