import type { OrderTerms } from '../../../../generated/types/service.ts'
import { finding, type Text } from '../../../finding/finding.ts'
import { itemTerm, zoneTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { heldOn, turningDays } from './beside.ts'
import { tiedLines } from './option-terms.ts'

export const optionAlone: SystemRule = {
  code: 'TY3117',
  severity: 'error',
  title: text('没有一并申请所需的服务项。', 'An item without what has to be asked for beside it.'),
  why: text(
    '选配项供所列服务项选配，其中至少须有一项；服务目录写明须一并申请的，各项均须。同一分区、同一份申请或授予之内，在本项生效的每一天都须有。请补写所缺的服务项，或不申请本项。',
    'An option goes with one at least of the items that it is for, and what the catalogue says is needed goes beside it, each of them: in the same zone and the same request or grant, on every day of the line. Ask for what is lacking, or leave this one out.',
  ),
  *check(surroundings, system) {
    for (const line of tiedLines(surroundings, system)) {
      for (const wanted of wantedBeside(line.order)) {
        const day = turningDays(surroundings, line).find(one => {
          const held = heldOn(surroundings, line.beside, one)
          return !wanted.some(other => held.has(other))
        })
        if (day === undefined) continue
        const zone = zoneTerm(surroundings, line.use.zone, system.value.metadata.jurisdiction)
        const item = itemTerm(surroundings, line.item)
        const others = either(wanted.map(other => itemTerm(surroundings, other)))
        yield finding(optionAlone, place(system, ...line.use.path, 'item'), {
          message: text(
            `${day} 起，${zone.zh}有${item.zh}，而没有${others.zh}`,
            `from ${day} the ${zone.en} has ${item.en} without ${others.en}`,
          ),
          related: [related(line.at, '须一并申请的服务项', 'what has to be asked for beside it')],
        })
      }
    }
  },
}

/** Of each list, one has to be there. */
function wantedBeside({ optionOf, needs = [] }: OrderTerms): readonly (readonly string[])[] {
  return [...(optionOf === undefined ? [] : [optionOf.items]), ...needs.map(item => [item])]
}

function either(terms: readonly Text[]): Text {
  return text(terms.map(({ zh }) => zh).join('或'), terms.map(({ en }) => en).join(' or '))
}
