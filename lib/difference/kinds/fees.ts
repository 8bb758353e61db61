import type { Text } from '../../finding/finding.ts'
import type { Model, System } from '../../model/model.ts'
import { feesOn, totalsOf } from '../../money/fee.ts'
import { totalsInWords } from '../../money/words.ts'
import type { DifferenceKind, Sides } from '../difference.ts'
import { inForce } from '../in-force.ts'
import { movingSystems, onlyIn } from '../pairs.ts'

export const fees: DifferenceKind = {
  id: 'fee',
  name: { zh: '费用标准合计', en: 'fees by the standards' },
  *find(sides) {
    const { before, after } = sides
    for (const subject of payingOtherwise(sides)) {
      const had = feesIn(before, before.systemByAddress.get(subject))
      const has = feesIn(after, after.systemByAddress.get(subject))
      if (had.zh !== has.zh)
        yield { subject, message: { zh: `${had.zh} → ${has.zh}`, en: `${had.en} → ${has.en}` } }
    }
  },
}

/** The addresses of whom fees can differ: of those that only one side has as well. */
function payingOtherwise(sides: Sides): readonly string[] {
  const [had, has] = [sides.before.systemByAddress, sides.after.systemByAddress]
  const alone = [...onlyIn(has, had), ...onlyIn(had, has)].map(([address]) => address)
  return [...alone, ...movingSystems(sides).map(({ address }) => address)].sort()
}

const nothing: Text = { zh: '无', en: 'nothing' }

function feesIn(model: Model, system: System | undefined): Text {
  if (system === undefined) return nothing
  const lines = [...inForce(model, system).values()].flatMap(({ services }) => services)
  const pricing = { catalogue: model.catalogue, jurisdiction: system.value.metadata.jurisdiction }
  const words = totalsInWords(totalsOf(feesOn(pricing, lines, model.asOf)))
  return words.zh === '' ? nothing : words
}
