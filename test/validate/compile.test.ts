import { expect, it } from 'vitest'
import { validatorOf } from '../../lib/validate/compile.ts'

const schemaOf = (title: string) => ({ title, type: 'object' })

it('keeps what schemas in use are compiled to, however many other schemas are used between', () => {
  const used = ['used', 'used too']
  const first = used.map(title => validatorOf(schemaOf(title)))
  const again = Array.from({ length: 40 }, (_, other) => {
    validatorOf(schemaOf(`other ${other}`))
    // Not in the order of compiling, in which dropping the oldest would only ever drop what is put back at once.
    return used.toReversed().map(title => validatorOf(schemaOf(title)))
  })
  expect(again.flat().filter(validator => !first.includes(validator))).toEqual([])
})
