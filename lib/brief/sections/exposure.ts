import { exposureBasisOf, hasEnded, type Services } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import { jurisdictionOf } from '../../model/address.ts'
import type { Model, System } from '../../model/model.ts'
import { widenings } from '../../network/coverage.ts'
import type { Opening } from '../../network/exposure.ts'
import { inARow, openingTerm, zoneTerm } from '../../term/index.ts'
import { factsOf, listOf } from '../blocks.ts'
import type { Fact } from '../brief.ts'
import { plannedSystem, type SystemChange, systemOf } from '../change.ts'
import { heldBeforeAndAfter } from '../holdings.ts'
import { empty, nothing, turned } from '../words.ts'
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
    return [...factsOf([zones(change), mlps(change, system)]), ...listOf([...openingsOf(change), ...told])]
  },
}

function zones(change: SystemChange): Fact {
  const named = (model: Model, held: Services): Text => {
    const terms = Object.keys(held).map(zone => zoneTerm(model, zone, jurisdictionOf(change)))
    return terms.length === 0 ? nothing : inARow(terms)
  }
  const [had, has] = heldBeforeAndAfter(change)
  return {
    name: { zh: '所在分区', en: 'zones' },
    value: turned(named(change.before, had), named(change.planned, has)),
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

function openingsOf(change: SystemChange): readonly Text[] {
  const { before, planned, had } = change
  const [was, is] = [openIn(before, had), openIn(planned, plannedSystem(change))]
  const said = (verb: Text, lines: readonly Opening[]): readonly Text[] =>
    lines.map(line => {
      const term = openingTerm(planned, line, jurisdictionOf(change))
      const ground =
        line.authorisedBy === undefined
          ? empty
          : { zh: `，授权：${line.authorisedBy}`, en: `, authorised by ${line.authorisedBy}` }
      return { zh: `${verb.zh}：${term.zh}${ground.zh}`, en: `${verb.en}: ${term.en}${ground.en}` }
    })
  return [
    ...said({ zh: '申请开放', en: 'to be opened' }, widenings(is, was, planned.asOf)),
    ...said({ zh: '关闭', en: 'to be closed' }, widenings(was, is, planned.asOf)),
  ]
}

function openIn(model: Model, system: System | undefined): readonly Opening[] {
  if (system === undefined || hasEnded(model, system)) return []
  return exposureBasisOf(model, system.value, model.asOf).openings
}
