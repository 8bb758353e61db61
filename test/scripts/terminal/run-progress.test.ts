import { expect, test } from 'vitest'
import { site } from '../../deliver/delivery.ts'

test('on a terminal that says no width, each stack has its line as elsewhere', async () => {
  const place = await site()
  const { stdout } = await place.run(
    ['plan', 'platform:extranet', '--lang', 'en'],
    {},
    { terminal: true, columns: 0 },
  )
  expect(stdout).toMatch(/^\[1\/1\] planned {2}platform_extranet {2}\+\d+/m)
})
