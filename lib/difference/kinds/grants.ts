import { compareServices, type Services } from '../../entitlement/index.ts'
import { jurisdictionOf } from '../../model/address.ts'
import type { Model, System } from '../../model/model.ts'
import type { DifferenceKind } from '../difference.ts'
import { inForce } from '../in-force.ts'
import { movingSystems, onlyIn } from '../pairs.ts'
import { serviceWords } from '../service-words.ts'

export const grants: DifferenceKind = {
  id: 'grant',
  name: { zh: '核定的资源', en: 'what is granted' },
  *find(sides) {
    for (const { address, before, after } of movingSystems(sides)) {
      const [had, has] = [servicesIn(sides.before, before), servicesIn(sides.after, after)]
      for (const difference of compareServices(had, has))
        yield { subject: address, message: serviceWords(sides.after, jurisdictionOf(after), difference) }
    }
    for (const [address, system] of onlyIn(sides.after.systemByAddress, sides.before.systemByAddress))
      for (const difference of compareServices({}, servicesIn(sides.after, system)))
        yield { subject: address, message: serviceWords(sides.after, jurisdictionOf(system), difference) }
  },
}

/** Without their days: these lines hold on the day, and the other side is of a day of its own. */
function servicesIn(model: Model, system: System): Services {
  return Object.fromEntries(
    [...inForce(model, system)].map(([zone, { pool, services }]) => [
      zone,
      { pool, services: services.map(({ from: _, to: __, ...line }) => line) },
    ]),
  )
}
