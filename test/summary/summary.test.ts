import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { composeModel } from '../../lib/compose/index.ts'
import { outlineOf } from '../../lib/desired-state/index.ts'
import { readRepository } from '../../lib/read/index.ts'
import { summaryOf } from '../../lib/summary/summary.ts'
import { composeSchemas, validateAll } from '../../lib/validate/index.ts'

function exampleSummary(asOf: string) {
  const { documents } = readRepository(join(import.meta.dirname, '../..'))
  const valid = validateAll(documents, () => composeSchemas(documents))
  const { model } = composeModel(valid.documents, asOf)
  if (model === undefined) throw new Error('the example tree has no model')
  return { model, summary: summaryOf(model, outlineOf(model)) }
}

describe('the summary of the example tree', () => {
  test('has every unit and every system once, under its regulation', () => {
    const { model, summary } = exampleSummary('2026-11-23')
    const units = summary.jurisdictions.flatMap(({ id, units }) => units.map(unit => ({ id, unit })))
    expect(units.map(({ unit }) => unit.address).toSorted()).toEqual(
      model.units.map(({ address }) => address).toSorted(),
    )
    expect(units.every(({ id, unit }) => unit.address.startsWith(`${id}/`))).toBe(true)
    const systems = units.flatMap(({ unit }) => unit.cases.map(({ address }) => address))
    expect(systems.toSorted()).toEqual(model.systems.map(({ address }) => address).toSorted())
  })

  test('has what is owed whatever the systems, the nearest first', () => {
    const { summary } = exampleSummary('2026-11-23')
    const jiuquan = summary.jurisdictions.find(({ id }) => id === 'jiuquan')
    expect(jiuquan?.routines.map(({ name, due, urgency }) => `${urgency} ${due} ${name.zh}`)).toEqual([
      'due-soon 2026-11-30 汇总报备业务处置情况和回执单（2026年10月）',
      'due 2026-12-31 汇总报备业务处置情况和回执单（2026年11月）',
      'due 2027-12-31 对云服务商年度综合考核（2026年）',
    ])
    expect(jiuquan?.routines[2]?.ground.zh).toBe(
      '《酒泉市云计算（大数据）中心政务云平台管理办法（试行）》第二十八条',
    )
  })

  test('adds up what is granted of each pool', () => {
    const { summary } = exampleSummary('2026-11-23')
    const records = summary.jurisdictions
      .flatMap(({ units }) => units.flatMap(({ cases }) => cases))
      .flatMap(({ grants }) => grants)
      .filter(({ zone, record }) => zone === 'internet' && record !== undefined)
    const cores = records.reduce((sum, { record }) => sum + (record?.quota.compute.cores ?? 0), 0)
    const pools = summary.zones.find(({ id }) => id === 'internet')?.pools ?? []
    const granted = pools.flatMap(({ uses }) => uses.filter(({ measure }) => measure.en === 'vCPUs'))
    expect(granted.reduce((sum, use) => sum + use.granted, 0)).toBe(cores)
    expect(cores).toBeGreaterThan(0)
  })

  test('says what may be granted: the capacity less the reserve', () => {
    const { model, summary } = exampleSummary('2026-11-23')
    for (const { id, pools } of summary.zones) {
      const reserve = model.catalogue.platform.value.zones[id]?.reservePercent ?? 0
      for (const { available, capacity } of pools.flatMap(({ uses }) => uses)) {
        expect(available).toBe(Math.floor((capacity * (100 - reserve)) / 100))
      }
    }
  })

  test('holds nothing granted before anything was', () => {
    const { summary } = exampleSummary('2000-01-01')
    const systems = summary.jurisdictions.flatMap(({ units }) => units.flatMap(({ cases }) => cases))
    expect(systems.flatMap(({ grants }) => grants)).toEqual([])
  })
})
