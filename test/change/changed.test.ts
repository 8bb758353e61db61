import { describe, expect, it } from 'vitest'
import { changedSystems, headSystems } from '../../lib/change/changed.ts'
import type { Model } from '../../lib/model/model.ts'
import { exampleText, loaded } from '../example-repository.ts'

const xueji = 'tenants/ningwu/jiaoyuju/xueji-guanli.yaml'
const address = 'ningwu/jiaoyuju/xueji-guanli'
const { model: base } = loaded()
const { model: noted } = loaded(new Map([[xueji, `${exampleText(xueji)}# a note\n`]]))

/** The model without the system, and what of it could not be understood. */
function without(model: Model, ...leftOut: readonly string[]): Model {
  const systems = model.systems.filter(system => system.address !== address)
  return {
    ...model,
    systems,
    systemByAddress: new Map(systems.map(system => [system.address, system])),
    leftOut: new Set(leftOut),
  }
}

describe('the systems that a change is about', () => {
  const told = (before: Model, after: Model) =>
    headSystems(before, after).map(one => [one.system.address, one.before?.address])

  it('are those that are new or have other bytes', () => {
    expect(told(base, base)).toEqual([])
    expect(told(base, noted)).toEqual([[address, address]])
    expect(told(without(base), base)).toEqual([[address, undefined]])
    expect(told(base, without(base))).toEqual([])
  })

  it('are none of which nobody could understand what the base has', () => {
    expect(told(without(base, xueji), base)).toEqual([])
    expect(told(without(base, 'tenants/ningwu/jiaoyuju/other.yaml'), base)).toEqual([[address, undefined]])
  })

  it('are changed where both sides have them', () => {
    const changed = (before: Model, after: Model) =>
      changedSystems(before, after).map(one => [one.before.address, one.after.address])
    expect(changed(base, noted)).toEqual([[address, address]])
    expect(changed(base, base)).toEqual([])
    expect(changed(without(base), base)).toEqual([])
  })
})
