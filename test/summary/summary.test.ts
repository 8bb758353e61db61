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
