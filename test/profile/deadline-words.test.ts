import { describe, expect, it } from 'vitest'
import { distanceInWords } from '../../lib/profile/deadline-words.ts'
import { evaluate, history } from '../clock/definitions.ts'

describe('how far off a deadline is', () => {
  it.each([
    [{ working: 5 }, '2026-11-02', '尚余 5 个工作日', '5 working days left'],
    [{ working: 5 }, '2026-11-10', '逾期 1 个工作日', '1 working day late'],
    [{ calendar: 5, onHoliday: 'keep' }, '2026-11-02', '尚余 5 天', '5 days left'],
    [{ months: 1, onHoliday: 'keep' }, '2026-12-01', '尚余 1 天', '1 day left'],
    [{ months: 1, onHoliday: 'keep' }, '2026-12-05', '逾期 3 天', '3 days late'],
    [{ hours: 48 }, '2026-11-02', '尚余 24 小时', '24 hours left'],
  ] as const)('is told as %j is counted, on %s', (days, asOf, zh, en) => {
    const [deadline] = evaluate({ days }, history('approved 2026-11-02'), asOf)
    expect(deadline && distanceInWords(deadline)).toEqual({ zh, en })
  })

  it('is told of a minimum period that was not kept, and not at all of what was done in time', () => {
    const period = { days: { calendar: 5, onHoliday: 'keep' }, direction: 'at-least' } as const
    const [early] = evaluate(period, history('approved 2026-11-02', 'opened 2026-11-04'), '2026-11-20')
    expect(early && distanceInWords(early)?.en).toBe('3 days too early')
    const [kept] = evaluate(period, history('approved 2026-11-02', 'opened 2026-11-09'), '2026-11-20')
    expect(kept && distanceInWords(kept)).toBeUndefined()
  })
})
