import { expect, it } from 'vitest'
import { allowedRoles } from '../../lib/stack-policy/allow-list.ts'

it('lets nobody have another role than to use and to read', () => {
  expect([...allowedRoles]).toEqual(['member', 'reader'])
})
