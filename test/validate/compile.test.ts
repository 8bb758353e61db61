import { expect, it } from 'vitest'
import { validatorOf } from '../../lib/validate/compile.ts'

const schemaOf = (title: string) => ({ title, type: 'object' })

it('keeps what a schema in use is compiled to, however many other schemas are used between', () => {
  const first = validatorOf(schemaOf('used'))
  const again = Array.from({ length: 40 }, (_, other) => {
    validatorOf(schemaOf(`other ${other}`))
    return validatorOf(schemaOf('used'))
  })
  expect(again.filter(validator => validator !== first)).toEqual([])
})
