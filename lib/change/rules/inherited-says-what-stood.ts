import { askedOpenings, exposureBasisOf } from '../../entitlement/index.ts'
import { type Finding, finding } from '../../finding/finding.ts'
import type { Model, System } from '../../model/model.ts'
import { isCovered } from '../../network/coverage.ts'
import { openingsOf } from '../../network/exposure.ts'
import { tierNamesOf } from '../../network/zone-part.ts'
import { openingTerm, zonePartTerm } from '../../term/index.ts'
import { addedEvents, headSystems } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const inheritedSaysWhatStood: ChangeRule = {
  code: 'TY4010',
  severity: 'error',
  title: {
    zh: '申请所写的沿用规则不得宽于目标分支上已有的',
    en: 'What a request says is inherited is no wider than what stood',
  },
  why: {
    zh: 'inherited 只记录申请之时已经开放的访问，不能借此开放新的。按目标分支上的规则改写；要新开放的，写在 zones 和 exchange 中待批准。',
    en: 'It records what was open when the request was made, and opens nothing new. Write what the target branch has; what is to be opened stands under zones and exchange until it is granted.',
  },
  *check(base, head) {
    for (const { before, system } of headSystems(base, head)) yield* invented(base, before, system)
  },
}

function* invented(base: Model, before: System | undefined, system: System): Iterable<Finding> {
  const basis = before && exposureBasisOf(base, before.value, base.asOf)
  const [asked, stood] = [before === undefined ? [] : askedOpenings(before.value), basis?.openings ?? []]
  for (const [index, { inherited }] of addedEvents(before, system)) {
    if (inherited === undefined) continue
    for (const [zone, said] of Object.entries(inherited.zones ?? {})) {
      for (const tier of tierNamesOf(said)) {
        if (basis?.tiers.get(zone)?.has(tier)) continue
        const { zh, en } = zonePartTerm(base, { zone, tier }, system.value.metadata.jurisdiction)
        yield finding(
          inheritedSaysWhatStood,
          system.document.at(['history', index, 'inherited', 'zones', zone, 'tiers', tier], 'key'),
          { message: { zh: `目标分支上没有${zh}`, en: `there is no ${en} on the target branch` } },
        )
      }
    }
    for (const line of openingsOf({ zones: inherited.zones ?? {}, exchange: inherited.exchange })) {
      if (isCovered(line, asked) && isCovered(line, stood)) continue
      const { zh, en } = openingTerm(base, line, system.value.metadata.jurisdiction)
      yield finding(
        inheritedSaysWhatStood,
        system.document.at(['history', index, 'inherited', ...line.path]),
        { message: { zh: `${zh}在目标分支上没有开放`, en: `${en} is not open on the target branch` } },
      )
    }
  }
}
