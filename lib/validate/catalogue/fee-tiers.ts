import { type Finding, finding, type Text } from '../../finding/finding.ts'
import { type TierFault, tierFaults } from '../../money/tiers.ts'
import { chargesIn, type PlacedCharge } from './charges.ts'
import type { CatalogueRule } from './rule.ts'

export const feeTiers: CatalogueRule<'services' | 'prices'> = {
  code: 'TY2211',
  severity: 'error',
  title: { zh: '分档价格的各档不成一列', en: 'tiers of a price that make no scale' },
  why: {
    zh: '各档由少到多，每档自上一档止处起，最后一档不写 upTo；否则有的数量算不出费用。一次性收费不能按总量计价（by: volume）：日后增加数量时，已付清的部分会变价。',
    en: 'Tiers rise, each from where the one before it ends, and the last has no `upTo`; else some quantity has no price. What is paid once cannot go by the price reached (`by: volume`): a later increase would change the price of what has been paid.',
  },
  *check(document) {
    for (const placed of chargesIn(document.value)) yield* faultsOf(document, placed)
  },
}

const messages: Readonly<Record<TierFault['kind'], (upTo: number | undefined) => Text>> = {
  'not-rising': upTo => ({
    zh: `本档止于 ${upTo}，不大于上一档`,
    en: `the tier ends at ${upTo}, no later than the one before it`,
  }),
  'open-within': () => ({
    zh: '没有写 upTo，其后的各档永远达不到',
    en: 'it has no upTo, so that the tiers after it are never reached',
  }),
  'no-open-end': upTo => ({
    zh: `最后一档止于 ${upTo}，更多的数量没有价格；最后一档不写 upTo`,
    en: `the last tier ends at ${upTo}, and more than that has no price; leave its upTo out`,
  }),
}

function* faultsOf(
  document: Parameters<typeof feeTiers.check>[0],
  { charge: { tiers, per }, path }: PlacedCharge,
): Generator<Finding> {
  if (tiers === undefined) return
  for (const { index, kind } of tierFaults(tiers.steps)) {
    const step = [...path, 'tiers', 'steps', index]
    const at = kind === 'open-within' ? document.at(step) : document.at([...step, 'upTo'])
    yield finding(feeTiers, at, { message: messages[kind](tiers.steps[index]?.upTo) })
  }
  if (per === 'once' && tiers.by === 'volume')
    yield finding(feeTiers, document.at([...path, 'tiers', 'by']), { message: onceByVolume })
}

const onceByVolume: Text = {
  zh: '一次性收费不能按总量计价；写 graduated',
  en: 'what is paid once cannot go by the price reached; write graduated',
}
