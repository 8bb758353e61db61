import { differencesOf } from '../../entitlement/index.ts'
import { jurisdictionOf } from '../../model/address.ts'
import type { DifferenceKind } from '../difference.ts'
import { rewrittenSystems } from '../pairs.ts'
import { serviceWords } from '../service-words.ts'

export const services: DifferenceKind = {
  id: 'request',
  name: { zh: '申请的资源', en: 'what is asked for' },
  *find(sides) {
    for (const { address, before, after } of rewrittenSystems(sides))
      for (const difference of differencesOf(before.value, after.value))
        yield { subject: address, message: serviceWords(sides.after, jurisdictionOf(after), difference) }
  },
}
