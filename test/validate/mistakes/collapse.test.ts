import { describe, expect, it } from 'vitest'
import { replaced } from '../../example-repository.ts'
import { covered, mended, mistakesOf, planted } from '../planted.ts'

const profile = 'catalogue/jurisdictions/xishuangbanna.yaml'
const days = 'until: [accepted, refused]\n    days: |{ working: 5 }'

describe('where one of several forms of a map belongs', () => {
  it.each([
    ['{ working: "5" }', 'TY2003', '"5"'],
    ['{ working: 0 }', 'TY2007', '0'],
    ['{ workin: 5 }', 'TY2001', 'workin'],
    ['{ calendar: 5 }', 'TY2002', 'days'],
    ['{ calender: 5, onHoliday: keep }', 'TY2001', 'calender'],
    ['{ calendar: 5, onHoliday: sometimes }', 'TY2004', 'sometimes'],
    ['{ calendar: "5", onHoliday: keep }', 'TY2003', '"5"'],
    ['{ working: 5, onHoliday: keep }', 'TY2001', 'onHoliday'],
    ['{ agreed: false }', 'TY2004', 'false'],
    ['{ caseDate: some-day }', 'TY2004', 'some-day'],
    ['5', 'TY2003', '5'],
    ['{ working: 5, note: x }', 'TY2001', 'note'],
  ])('%s is one mistake, of the form that fits best', (wrong, code, where) => {
    const { text, found } = planted(profile, days, wrong)
    expect(found.code).toBe(code)
    expect(covered(text, found.range)).toBe(where)
  })

  it.each(['{ calendar: 5, onHoliday: keep }', '{ months: 1, onHoliday: extend }', '{ agreed: true }'])(
    '%s is none',
    right => {
      const [before = '', written = ''] = days.split('|')
      expect(mistakesOf(profile, replaced(profile, before + written, before + right))).toEqual([])
    },
  )
})

it.each(['false', '"true"', 'yes'])('what can only be true and is written %s is mended to it', wrong => {
  const { text, found } = planted(profile, days, `{ agreed: ${wrong} }`)
  expect(found.fix?.replacement).toBe('true')
  expect(mistakesOf(profile, mended(text, found))).toEqual([])
})
