import type { MeasuredSystem } from '../../../../generated/types/utilisation.ts'
import { closest } from '../../../finding/closest.ts'
import { finding, type Text } from '../../../finding/finding.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import type { Catalogue, System } from '../../../model/model.ts'
import { lastDayOf } from '../../../profile/utilisation.ts'
import { zoneTerm } from '../../../term/index.ts'
import { type ExtractedModel, extractIn } from '../../extract/extract.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { replacement } from '../../words.ts'

export const measurementAstray: RepositoryRule = {
  code: 'TY4115',
  severity: 'error',
  title: text(
    '监测数据对不上系统，或者不可能已经测得。',
    'What monitoring brings is of no system here, or cannot have been measured yet.',
  ),
  why: text(
    '每条写明 tenants/<地区>/ 之下的系统和它的分区；一个月过完才有该月的利用率；同一系统、同一分区、同一月只有一条，或在监测数据中，或在系统清单中。请核对监测平台导出的标识和月份。',
    'Each row names a system below tenants/<jurisdiction>/ and a zone of it; a month has a utilisation once it is over; and there is one row for a system, a zone and a month, from monitoring or in the manifest. Check the ids and the month that monitoring has exported.',
  ),
  *check(model) {
    const seen = new Set<string>()
    for (const file of model.catalogue.utilisation) {
      const { jurisdiction, month, measured } = file.value
      if (lastDayOf(month) >= model.today)
        yield finding(measurementAstray, place(file, 'month'), {
          message: text(`${month} 还没有过完`, `${month} is not over`),
        })
      for (const [index, row] of measured.entries()) {
        const system = model.systemByAddress.get(`${jurisdiction}/${row.system}`)
        const fault =
          system === undefined ? unknownSystem(model, file, row) : faultOf(model, system, month, row, seen)
        if (system !== undefined) seen.add(keyOf(system, month, row))
        if (fault === undefined) continue
        yield finding(measurementAstray, place(file, 'measured', index, fault.key), {
          message: fault.message,
          fix: fault.meant === undefined ? undefined : replacement(fault.meant),
        })
      }
    }
  },
}

interface Fault {
  readonly key: keyof MeasuredSystem
  readonly message: Text
  readonly meant?: string | undefined
}

/** A manifest that is there and broken is not unknown, only unreadable. */
function unknownSystem(
  model: ExtractedModel,
  { value: { jurisdiction } }: Catalogue['utilisation'][number],
  { system }: MeasuredSystem,
): Fault | undefined {
  const home = `${jurisdiction}/`
  if (isLeftOut(model, `tenants/${home}${system}.yaml`)) return undefined
  const known = [...model.systemByAddress.keys()].filter(address => address.startsWith(home))
  return {
    key: 'system',
    message: text(`没有系统 ${home}${system}`, `there is no system ${home}${system}`),
    meant: closest(
      system,
      known.map(address => address.slice(home.length)),
    ),
  }
}

function faultOf(
  model: ExtractedModel,
  system: System,
  month: string,
  row: MeasuredSystem,
  seen: ReadonlySet<string>,
): Fault | undefined {
  const { zone } = row
  if (zone !== undefined && !extractIn(model, system).zones.includes(zone)) {
    const { zh, en } = zoneTerm(model, zone, system.value.metadata.jurisdiction)
    return { key: 'zone', message: text(`系统在${zh}没有资源`, `the system has nothing in the ${en}`) }
  }
  if (seen.has(keyOf(system, month, row)))
    return {
      key: 'system',
      message: text(`该系统 ${month} 已有一条`, `the system has a row for ${month} already`),
    }
  const isWritten = (system.value.utilisation ?? []).some(one => one.month === month && one.zone === zone)
  return isWritten
    ? {
        key: 'system',
        message: text(`系统清单已登记 ${month} 的利用率`, `the manifest has ${month} already`),
      }
    : undefined
}

function keyOf({ address }: System, month: string, { zone }: MeasuredSystem): string {
  return `${address} ${month} ${zone ?? ''}`
}
