import { exposureBasisOf } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import { jurisdictionOf } from '../../model/address.ts'
import type { Model, System } from '../../model/model.ts'
import { widenings } from '../../network/coverage.ts'
import type { Opening } from '../../network/exposure.ts'
import { inARow, openingTerm, zoneTerm } from '../../term/index.ts'
import type { Block, Fact } from '../brief.ts'
import { type SystemChange, systemOf } from '../change.ts'
import { heldServices } from '../holdings.ts'
import { nothing, turned } from '../words.ts'
import type { SystemSection } from './section.ts'

export const exposure: SystemSection = {
  id: 'exposure',
  name: { zh: '分区、等保和开放', en: 'zones, MLPS level and exposure' },
  blocks: change => {
    const system = systemOf(change)
    if (system === undefined) return []
    const reach = change.reach.map(({ message }) => message)
    const told: readonly Text[] =
      reach.length > 0 ? reach : [{ zh: '可达范围不变', en: 'what can be reached stays the same' }]
    const items = [...openingsOf(change), ...told]
    return [
      { kind: 'facts', facts: [zones(change, system), mlps(change, system)] },
      { kind: 'list', items } satisfies Block,
    ]
  },
}

function zones({ before, planned, had, address }: SystemChange, system: System): Fact {
  const named = (model: Model, of: System | undefined): Text => {
    const terms = Object.keys(heldServices(model, of)).map(zone =>
      zoneTerm(model, zone, jurisdictionOf(system)),
    )
    return terms.length === 0 ? nothing : inARow(terms)
  }
  return {
    name: { zh: '所在分区', en: 'zones' },
    value: turned(named(before, had), named(planned, planned.systemByAddress.get(address))),
  }
}

const levels = ['', '一', '二', '三', '四', '五'] as const

function mlps({ had }: SystemChange, system: System): Fact {
  const level = ({ value }: System): Text => ({
    zh: `第${levels[value.mlps.level] ?? value.mlps.level}级`,
    en: `level ${value.mlps.level}`,
  })
  return {
    name: { zh: '网络安全等级保护', en: 'MLPS' },
    value: had === undefined ? level(system) : turned(level(had), level(system)),
  }
}

function openingsOf({ before, planned, had, address }: SystemChange): readonly Text[] {
  const has = planned.systemByAddress.get(address)
  const [was, is] = [openIn(before, had), openIn(planned, has)]
  const jurisdiction = address.slice(0, address.indexOf('/'))
  const said = (verb: Text, lines: readonly Opening[]): readonly Text[] =>
    lines.map(line => {
      const term = openingTerm(planned, line, jurisdiction)
      const ground =
        line.authorisedBy === undefined
          ? { zh: '', en: '' }
          : { zh: `，授权：${line.authorisedBy}`, en: `, authorised by ${line.authorisedBy}` }
      return { zh: `${verb.zh}：${term.zh}${ground.zh}`, en: `${verb.en}: ${term.en}${ground.en}` }
    })
  return [
    ...said({ zh: '申请开放', en: 'to be opened' }, widenings(is, was, planned.asOf)),
    ...said({ zh: '关闭', en: 'to be closed' }, widenings(was, is, planned.asOf)),
  ]
}

function openIn(model: Model, system: System | undefined): readonly Opening[] {
  return system === undefined ? [] : exposureBasisOf(model, system.value, model.asOf).openings
}
