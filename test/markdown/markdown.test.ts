import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { markdown, objectName, writtenOut } from '../../lib/markdown/index.ts'
import { hostile, marks } from './hostile.ts'
import { order, references, shownText, structureOf } from './structure.ts'

const documentOf = (value: string): string =>
  writtenOut(markdown`# ${value}

${value}

- **名称**：${value}
- ${value}
  - ${value}，${value}

| 项 | ${value} |
| --- | --- |
| ${value} | ${value}（${value}） |

**${value}** <sub>${value}</sub>
`)

const plain = structureOf(documentOf('词语'))

describe('a value in Markdown', () => {
  test.each(marks)('that reads %j is text', value => {
    expect(structureOf(documentOf(value))).toEqual(plain)
  })

  it('is text, whatever it holds', () => {
    fc.assert(
      fc.property(hostile, value => {
        expect(structureOf(documentOf(value))).toEqual(plain)
      }),
      { numRuns: 100 },
    )
  })

  it('refers to nothing that a forge knows, wherever it stands', () => {
    fc.assert(
      fc.property(hostile, value => {
        const written = documentOf(value)
        const shown = shownText(written)
        expect(written).not.toMatch(order)
        for (const [what, reference] of references) expect(shown, what).not.toMatch(reference)
      }),
      { numRuns: 100 },
    )
  })

  it('shows all that it holds: nothing is invisible, nothing turns the direction', () => {
    fc.assert(
      fc.property(hostile, value => {
        expect(writtenOut(markdown`${value}`)).not.toMatch(
          /[\p{Cc}\p{Cf}\p{Cs}\p{Default_Ignorable_Code_Point}]/u,
        )
        expect(writtenOut(markdown`${value}`)).not.toBe('')
      }),
      { numRuns: 100 },
    )
  })

  it.each([
    ['社会保险经办系统（示例）', '社会保险经办系统（示例）'],
    ['2 → 4 台，每月 ¥1,200.00，2026-11-23', '2 → 4 台，每月 ¥1,200.00，2026-11-23'],
    ['ecs.general.4c8g 10.64.3.0/26 443–8010', 'ecs.general.4c8g 10.64.3.0/26 443–8010'],
    ['NWSQ-2023-003（NWXY_1）', 'NWSQ-2023-003（NWXY\\_1）'],
    ['85% a & b', '85％ a ＆ b'],
    ['a\u200bb', 'a\ufffdb'],
    ['20260101', '202601\u202f01'],
    [' \n ', '—'],
  ])('%j is written %j', (value, shown) => {
    expect(writtenOut(markdown`${value}`)).toBe(shown)
  })

  it('is taken as it is where it is Markdown already, and a list of such line by line', () => {
    const items = ['a', '*b*'].map(item => markdown`- ${item}`)
    expect(writtenOut(markdown`**${markdown`*x*`}** ${7}\n${items}`)).toBe('***x*** 7\n- a\n- ＊b＊')
  })

  it.each([
    ['e3b0c44298fc1c149afbf4c8996fb92427ae41e4', 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4'],
    ['@x', '＠x'],
    ['', '—'],
  ])('%j as the name of a commit is written %j', (name, shown) => {
    expect(writtenOut(objectName(name))).toBe(shown)
  })
})
