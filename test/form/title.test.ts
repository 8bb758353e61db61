import fc from 'fast-check'
import { expect, test } from 'vitest'
import { titleLines } from '../../lib/form/title.ts'
import { emWidth } from '../../lib/form/width.ts'

test('a title that fits stands as it is given', () => {
  const given = ['宁武县教育局关于', '中小学学籍管理系统上云的请示']
  expect(titleLines(given, 20)).toEqual(given)
})

test('a title that does not fit is broken where a thought ends, and 关于 begins a line', () => {
  const given = ['西双版纳州人力资源和社会保障局（示例）关于', '社会保险经办系统（示例）信创例外的说明']
  expect(titleLines(given, 20)).toEqual([
    '西双版纳州人力资源和社会保障局（示例）',
    '关于社会保险经办系统（示例）',
    '信创例外的说明',
  ])
})

test('whatever its names are, a title keeps its words, its lines fit, and none begins or ends badly', () => {
  const name = fc.array(
    fc.constantFrom('大同市', '市场', '监督', '管理局', '信息', '系统', '（示例）', '平台'),
    {
      minLength: 2,
      maxLength: 7,
    },
  )
  fc.assert(
    fc.property(name, name, (unit, system) => {
      const given = [`${unit.join('')}关于`, `${system.join('')}上云的请示`]
      const lines = titleLines(given, 20)
      expect(lines.join('')).toBe(given.join(''))
      for (const line of lines) expect(emWidth(line)).toBeLessThanOrEqual(20)
      if (lines !== given) {
        for (const line of lines) expect(line).not.toMatch(/^[）的]|（$|关于$/)
      }
    }),
  )
})
