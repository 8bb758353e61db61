import { dayOf } from './day.ts'

/**
 * The days off that 全国年节及纪念日放假办法 (as revised from 2025-01-01) names by themselves, before any notice moves
 * weekends about: New Year's Day, the eve and first three days of the Spring Festival, Qingming, 1 and 2 May, Dragon Boat,
 * Mid-Autumn, and the first three days of October. As days since 1970-01-01.
 */
export function lawfulHolidaysOf(year: number): ReadonlySet<number> {
  const known = byYear.get(year)
  if (known !== undefined) return known
  const days = new Set([
    ...['01-01', '05-01', '05-02', '10-01', '10-02', '10-03'].map(day => dayOf(`${year}-${day}`)),
    ...festivalsOf(year),
    ...qingmingOf(year),
  ])
  byYear.set(year, days)
  return days
}

const byYear = new Map<number, ReadonlySet<number>>()

/** The eve belongs to the year before by the moon, and to the festival by law. */
function festivalsOf(year: number): readonly number[] {
  const [spring, dragonBoat, midAutumn] = (festivals.get(year) ?? '').split(' ')
  if (spring === undefined || dragonBoat === undefined || midAutumn === undefined) return []
  const first = dayOf(`${year}-${spring}`)
  return [
    first - 1,
    first,
    first + 1,
    first + 2,
    dayOf(`${year}-${dragonBoat}`),
    dayOf(`${year}-${midAutumn}`),
  ]
}

/** The solar term falls on the 4th or 5th of April, by the rule of thumb that holds for this century. */
function qingmingOf(year: number): readonly number[] {
  if (year < 2000 || year > 2099) return []
  const short = year % 100
  return [dayOf(`${year}-04-0${Math.floor(short * 0.2422 + 4.81) - Math.floor(short / 4)}`)]
}

/**
 * The first day of the first month, the fifth of the fifth and the fifteenth of the eighth by the Chinese calendar
 * (GB/T 33661—2017). A table, because engines count the moon roughly: of 2027, where it is new four minutes before midnight,
 * they name the wrong day. What lies beyond it has the days of the sun alone.
 */
const festivals: ReadonlyMap<number, string> = new Map(
  Object.entries({
    2024: '02-10 06-10 09-17',
    2025: '01-29 05-31 10-06',
    2026: '02-17 06-19 09-25',
    2027: '02-06 06-09 09-15',
    2028: '01-26 05-28 10-03',
    2029: '02-13 06-16 09-22',
    2030: '02-03 06-05 09-12',
    2031: '01-23 06-24 10-01',
    2032: '02-11 06-12 09-19',
    2033: '01-31 06-01 09-08',
    2034: '02-19 06-20 09-27',
    2035: '02-08 06-10 09-16',
    2036: '01-28 05-30 10-04',
    2037: '02-15 06-18 09-24',
    2038: '02-04 06-07 09-13',
    2039: '01-24 05-27 10-02',
    2040: '02-12 06-14 09-20',
    2041: '02-01 06-03 09-10',
    2042: '01-22 06-22 09-28',
    2043: '02-10 06-11 09-17',
    2044: '01-30 05-31 10-05',
    2045: '02-17 06-19 09-25',
    2046: '02-06 06-08 09-15',
    2047: '01-26 05-29 10-04',
    2048: '02-14 06-15 09-22',
    2049: '02-02 06-04 09-11',
    2050: '01-23 06-23 09-30',
    2051: '02-11 06-13 09-19',
    2052: '02-01 06-01 09-07',
    2053: '02-19 06-20 09-26',
    2054: '02-08 06-10 09-16',
    2055: '01-28 05-30 10-05',
    2056: '02-15 06-17 09-24',
    2057: '02-04 06-06 09-13',
    2058: '01-24 06-25 10-02',
    2059: '02-12 06-14 09-21',
    2060: '02-02 06-03 09-09',
  }).map(([year, days]) => [Number(year), days]),
)
