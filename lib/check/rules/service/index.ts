import type { RuleGroup } from '../../rule.ts'
import { addressWithoutBandwidth } from './address-without-bandwidth.ts'
import { datesReversed, sharedDatesReversed } from './dates-reversed.ts'
import { itemMlpsFloor } from './item-mlps-floor.ts'
import { itemNotInPool } from './item-not-in-pool.ts'
import { itemNotOffered } from './item-not-offered.ts'
import { itemNotValid } from './item-not-valid.ts'
import { itemUnknown } from './item-unknown.ts'
import { lineOutsideGrant } from './line-outside-grant.ts'
import { lineRepeated } from './line-repeated.ts'
import { optionAlone } from './option-alone.ts'
import { optionExcluded } from './option-excluded.ts'
import { optionQuantity } from './option-quantity.ts'
import { poolUnknown } from './pool-unknown.ts'
import { priceMissing } from './price-missing.ts'
import { quantityTerms } from './quantity-terms.ts'
import { unitConversion } from './unit-conversion.ts'
import { unitText } from './unit-text.ts'
import { zoneForeign } from './zone-foreign.ts'

export const serviceRules: RuleGroup = {
  systemRules: [
    zoneForeign,
    itemUnknown,
    itemNotOffered,
    poolUnknown,
    itemNotInPool,
    itemMlpsFloor,
    itemNotValid,
    unitText,
    datesReversed,
    lineRepeated,
    lineOutsideGrant,
    quantityTerms,
    priceMissing,
    addressWithoutBandwidth,
    optionAlone,
    optionQuantity,
    optionExcluded,
  ],
  repositoryRules: [sharedDatesReversed, unitConversion],
}
