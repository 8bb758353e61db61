import type { OptionTerms } from '../../../../generated/types/service.ts'
import { finding, type Text } from '../../../finding/finding.ts'
import type { Surroundings } from '../../../model/model.ts'
import { itemTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { replacement } from '../../words.ts'
import { heldOn, turningDays } from './beside.ts'
import { type TiedLine, tiedLines } from './option-terms.ts'

/** How many of an option a zone has on a day beside how many of what it is for, and how many it may have. */
interface Count {
  readonly day: string
  readonly options: number
  readonly mains: number
  readonly least: number
  readonly most: number
}

export const optionQuantity: SystemRule = {
  code: 'TY3118',
  severity: 'error',
  title: text(
    '选配的数量与所配的服务项不合。',
    'An option in a quantity that does not go with what it is for.',
  ),
  why: text(
    '服务目录写明每一份服务项至少、至多选配多少，如每台服务器一份许可。按本项生效的每一天、同一分区的合计判断；请改为最近的数量，或增减所配的服务项。',
    'The catalogue says how many of an option go with each of what it is for, such as one licence for each server. What counts is their sum in the zone, on every day of the line: take the nearest quantity, or ask for more or fewer of what it is for.',
  ),
  *check(surroundings, system) {
    for (const line of tiedLines(surroundings, system)) {
      const count = firstMismatch(surroundings, line)
      if (count === undefined) continue
      yield finding(optionQuantity, place(system, ...line.use.path, 'quantity'), {
        message: messageOf(itemTerm(surroundings, line.item), count),
        related: [related(line.at, '每一份可选配的数量', 'how many go with each')],
        fix: nearest(line, count),
      })
    }
  },
}

/** An option with nothing to go with is another rule's. */
function firstMismatch(surroundings: Surroundings, line: TiedLine): Count | undefined {
  const { optionOf } = line.order
  if (optionOf === undefined) return undefined
  return turningDays(surroundings, line)
    .map(day => countOn(heldOn(surroundings, line.beside, day), day, line.item, optionOf))
    .find(({ options, mains, least, most }) => mains > 0 && (options < least || options > most))
}

function countOn(
  held: ReadonlyMap<string, number>,
  day: string,
  item: string,
  { items, least = 0, most = Number.POSITIVE_INFINITY }: OptionTerms,
): Count {
  const mains = items.reduce((sum, main) => sum + (held.get(main) ?? 0), 0)
  return { day, options: held.get(item) ?? 0, mains, least: least * mains, most: most * mains }
}

/** What the line would have to say; a bundle's quantity says something else. */
function nearest({ use: { line }, item }: TiedLine, { options, least, most }: Count) {
  const quantity = line.quantity + Math.min(Math.max(options, least), most) - options
  return line.item === item && quantity > 0 ? replacement(`${quantity}`) : undefined
}

function messageOf({ zh, en }: Text, { day, options, mains, least, most }: Count): Text {
  const isFew = options < least
  const bound = isFew ? least : most
  return text(
    `${day} 起，所配的服务项共 ${mains}，${zh}应${isFew ? '不少于' : '不多于'} ${bound}，此处合计 ${options}`,
    `from ${day} there are ${mains} of what it is for, and so ${bound} ${isFew ? 'at least' : 'at most'} of ${en}; these are ${options}`,
  )
}
