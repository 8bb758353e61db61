import { grantsOn } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import type { Model, System } from '../../model/model.ts'
import { feesOn, totalsOf } from '../../money/fee.ts'
import { totalsInWords } from '../../money/words.ts'
import type { DifferenceKind } from '../difference.ts'

export const fees: DifferenceKind = {
  id: 'fee',
  name: { zh: '费用标准合计', en: 'fees by the standards' },
  *find({ before, after }) {
    const addresses = new Set([...before.systemByAddress.keys(), ...after.systemByAddress.keys()])
    for (const subject of [...addresses].sort()) {
      const had = feesIn(before, before.systemByAddress.get(subject))
      const has = feesIn(after, after.systemByAddress.get(subject))
      if (had.zh !== has.zh)
        yield { subject, message: { zh: `${had.zh} → ${has.zh}`, en: `${had.en} → ${has.en}` } }
    }
  },
}

const nothing: Text = { zh: '无', en: 'nothing' }

function feesIn(model: Model, system: System | undefined): Text {
  if (system === undefined) return nothing
  const lines = [...grantsOn(system.value, model.asOf).values()].flatMap(({ services }) => services)
  const pricing = { catalogue: model.catalogue, jurisdiction: system.value.metadata.jurisdiction }
  const words = totalsInWords(totalsOf(feesOn(pricing, lines, model.asOf)))
  return words.zh === '' ? nothing : words
}
