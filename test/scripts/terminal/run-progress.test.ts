import { expect, test } from 'vitest'
import { site } from '../../deliver/delivery.ts'

test.each([0, 1, 39])('on a terminal of width %i, each stack has its line as elsewhere', async columns => {
  const place = await site()
  const { stdout } = await place.run(
    ['plan', 'platform:extranet', '--lang', 'en'],
    {},
    { terminal: true, columns },
  )
  expect(stdout).toMatch(/^\[1\/1\] planned {2}platform_extranet {2}\+\d+/m)
  const short = stdout.split('\n').filter(line => line.length === 1)
  expect(short).toEqual([])
})
