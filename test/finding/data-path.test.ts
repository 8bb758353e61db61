import { expect, test } from 'vitest'
import { dataPathText } from '../../lib/finding/data-path.ts'

test.each([
  [[], ''],
  [['zones', 'internet', 'services', 1, 'item'], 'zones.internet.services[1].item'],
  [[0, '名称'], '[0].名称'],
  [['a.b', 'c\nd'], '["a.b"]["c\\nd"]'],
])('dataPathText(%j) is %j', (path, text) => {
  expect(dataPathText(path)).toBe(text)
})
