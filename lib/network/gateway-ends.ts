import { entryOf } from '../model/entry.ts'
import type { Surroundings, System } from '../model/model.ts'
import { exchangeEnds, type OpenEnd } from './exposure.ts'

/** The servers at one end of an exchange, and the address of the gateway that they speak to, as it is written. */
export interface GatewayEnd extends OpenEnd {
  /** Of the exchange. */
  readonly index: number
  readonly address: string
}

/** The ends of all that a system exchanges; none where the gateway has no address. */
export function gatewayEndsOf(
  { catalogue }: Pick<Surroundings, 'catalogue'>,
  { value }: Pick<System, 'value'>,
): readonly GatewayEnd[] {
  const { gateways } = catalogue.platform.value
  return (value.exchange ?? []).flatMap((exchange, index) => {
    const gateway = gateways?.find(({ id }) => id === exchange.through)
    return exchangeEnds(exchange).flatMap(end => {
      const address = entryOf(gateway?.addresses, end.zone)
      return address === undefined ? [] : [{ ...end, index, address }]
    })
  })
}
