import { finding } from '../../../finding/finding.ts'
import { lastDayOf } from '../../../profile/utilisation.ts'
import { zoneTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const measurementOdd: SystemRule = {
  code: 'TY4114',
  severity: 'error',
  title: text(
    '登记的利用率不可能已经测得，或者重复。',
    'A utilisation that cannot have been measured yet, or that is entered twice.',
  ),
  why: text(
    '一个月过完才有该月的利用率，同一分区每月只登记一条；利用率决定缩减、收回和扩容，须与监测数据一致。',
    'A month has a utilisation once it is over, and one for each zone. Advice, recovery and growth follow from it, so that it has to agree with what was measured.',
  ),
  *check(surroundings, system) {
    const { today } = surroundings
    const { utilisation = [], zones } = system.value
    const seen = new Set<string>()
    for (const [index, { month, zone }] of utilisation.entries()) {
      const path = ['utilisation', index] as const
      if (lastDayOf(month) >= today)
        yield finding(measurementOdd, place(system, ...path, 'month'), {
          message: text(`${month} 还没有过完`, `${month} is not over`),
        })
      if (zone !== undefined && !Object.hasOwn(zones, zone)) {
        const { zh, en } = zoneTerm(surroundings, zone, system.value.metadata.jurisdiction)
        yield finding(measurementOdd, place(system, ...path, 'zone'), {
          message: text(`系统在${zh}没有资源`, `the system has nothing in the ${en}`),
        })
      }
      const key = `${month} ${zone ?? ''}`
      if (seen.has(key))
        yield finding(measurementOdd, place(system, ...path, 'month'), {
          message: text(`${month} 已登记过`, `${month} is entered already`),
        })
      seen.add(key)
    }
  },
}
