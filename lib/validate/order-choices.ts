import type { OrderTerms } from '../../generated/types/service.ts'
import { lazily } from '../model/lazily.ts'
import { quantitiesInWords, tiesInWords } from '../term/index.ts'
import { bundle, pruned } from './bundle.ts'
import { validatorOf } from './compile.ts'

/** What an editor shows of the terms on which an item is sold, where they fit their schema. */
export function orderInWords(order: unknown, nameOf: (item: string) => string): readonly string[] {
  if (!isOrderTerms(order)) return []
  return [quantitiesInWords(order).zh, ...tiesInWords(order, nameOf)].filter(words => words !== '')
}

const orderSchema = lazily(() => {
  const { $defs = {} } = bundle('service')
  return pruned({ $ref: '#/$defs/order', $defs })
})

function isOrderTerms(value: unknown): value is OrderTerms {
  return value !== undefined && validatorOf(orderSchema())(value)
}
