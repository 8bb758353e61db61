import { expect, it } from 'vitest'
import type { Gateway } from '../../generated/types/platform.ts'
import type { Exchange } from '../../generated/types/system.ts'
import { gatewayEndsOf } from '../../lib/network/gateway-ends.ts'
import { loaded } from '../example-repository.ts'

const line = { through: 'two', from: 'a', to: 'b', protocol: 'tcp', ports: [1], authorisedBy: 'x' } as const
const two: Gateway = {
  id: 'two',
  name: '二',
  zones: ['a', 'b'],
  addresses: { a: '10.2.0.1/32', b: '10.2.1.1/32' },
}
const one: Gateway = { id: 'one', name: '一', zones: ['a', 'b'], addresses: { a: '10.1.0.1/32' } }

function endsOf(exchange: readonly Exchange[] | undefined, gateways: readonly Gateway[] | undefined) {
  const { model } = loaded()
  const [system] = model.systems
  if (system === undefined) throw new Error('the example has no system')
  const { exchange: _, ...value } = system.value
  const { gateways: _own, ...platform } = model.catalogue.platform.value
  const catalogue = {
    ...model.catalogue,
    platform: { ...model.catalogue.platform, value: { ...platform, ...(gateways && { gateways }) } },
  }
  return gatewayEndsOf({ catalogue }, { value: { ...value, ...(exchange && { exchange }) } })
}

it('are those of the gateway that each exchange names, with the tiers that it names', () => {
  expect(
    endsOf(
      [
        { ...line, through: 'one' },
        { ...line, toTier: 'db' },
      ],
      [one, two],
    ),
  ).toEqual([
    { index: 0, zone: 'a', tier: undefined, address: '10.1.0.1/32' },
    { index: 1, zone: 'a', tier: undefined, address: '10.2.0.1/32' },
    { index: 1, zone: 'b', tier: 'db', address: '10.2.1.1/32' },
  ])
})

it('are none without an exchange, a gateway or an address', () => {
  const { addresses: _, ...bare } = two
  expect(endsOf(undefined, [one, two])).toEqual([])
  expect(endsOf([line], undefined)).toEqual([])
  expect(endsOf([line], [one])).toEqual([])
  expect(endsOf([line], [bare])).toEqual([])
})
