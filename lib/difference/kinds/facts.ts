import { turnOf } from '../../change/meaning/turn.ts'
import { profileOf } from '../../entitlement/index.ts'
import { isRecord } from '../../model/record.ts'
import { sameData } from '../../model/same-data.ts'
import { factTerm } from '../../profile/facts.ts'
import { fieldTerm } from '../../term/index.ts'
import type { DifferenceKind } from '../difference.ts'
import { rewrittenSystems } from '../pairs.ts'

/** What other kinds tell of a manifest. */
const toldElsewhere: ReadonlySet<string> = new Set(['zones', 'exchange', 'history'])

export const facts: DifferenceKind = {
  id: 'fact',
  name: { zh: '系统情况', en: 'facts of a system' },
  *find(sides) {
    for (const { address, before, after } of rewrittenSystems(sides)) {
      const profile = profileOf(sides.after, after)
      for (const { place, was, is } of differing('', before.value, after.value)) {
        const [field, turn] = [profile ? factTerm(profile, place) : fieldTerm(place), turnOf({ was, is })]
        yield {
          subject: address,
          message: { zh: `${field.zh}${turn.zh}`, en: `${field.en} ${turn.en}` },
        }
      }
    }
  },
}

interface Field {
  readonly place: string
  readonly was: unknown
  readonly is: unknown
}

/** Fields of maps within maps; a list is one field. */
function differing(within: string, before: unknown, after: unknown): readonly Field[] {
  const [had, has] = [isRecord(before) ? before : {}, isRecord(after) ? after : {}]
  const keys = [...new Set([...Object.keys(had), ...Object.keys(has)])]
  return keys.flatMap(key => {
    if (within === '' && toldElsewhere.has(key)) return []
    const place = within === '' ? key : `${within}.${key}`
    const [was, is] = [had[key], has[key]]
    if (sameData(was, is)) return []
    return isRecord(was) && isRecord(is) ? differing(place, was, is) : [{ place, was, is }]
  })
}
