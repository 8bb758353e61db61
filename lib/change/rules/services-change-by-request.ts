import type { JurisdictionProfile, LifecycleEvent } from '../../../generated/types/jurisdiction.ts'
import { type Difference, differencesOf, type ItemDifference } from '../../entitlement/index.ts'
import type { DataPath, Text } from '../../finding/finding.ts'
import { finding } from '../../finding/finding.ts'
import { requestsServices, stateOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import type { Model, System } from '../../model/model.ts'
import { eventTerm, itemTerm, zoneTerm } from '../../term/index.ts'
import { judgedSystems } from '../changed.ts'
import { appendedRequest } from '../requested.ts'
import type { ChangeRule } from '../rule.ts'

export const servicesChangeByRequest: ChangeRule = {
  code: 'TY4003',
  severity: 'error',
  title: {
    zh: '申请的资源只能随新的申请环节改动',
    en: 'What is asked for changes only together with a new request event',
  },
  why: {
    zh: '扩容、缩容、增减分区、更换资源池都须先申请、经审核。在 history 末尾追加相应的申请环节并附材料，或恢复原数量。',
    en: 'Enlarging, shrinking, moving between zones or pools must be requested and approved first. Append the request event with its papers, or restore the amounts.',
  },
  articles: ['NW-2.5', 'DT-15', 'XS-22.1', 'ZJ-11', 'JQ-10.2'],
  *check(base, head) {
    for (const { before, system, profile } of judgedSystems(base, head)) {
      const differences = differencesOf(before.value, system.value)
      if (differences.length === 0 || appendedRequest(profile, before.value, system.value) !== undefined)
        continue
      const { state } = stateOf(profile, before.value.history, base.asOf)
      const wanted = requestFrom(profile, state)
      for (const difference of differences) {
        yield finding(servicesChangeByRequest, system.document.at(placeOf(system, difference)), {
          message: describe(head, system, difference, wanted && eventTerm(profile, wanted[0])),
          article: wanted?.[1].article ?? profile.lifecycle.article,
        })
      }
    }
  },
}

function requestFrom(
  profile: JurisdictionProfile,
  state: string,
): readonly [string, LifecycleEvent] | undefined {
  return Object.entries(profile.lifecycle.events).find(
    ([id, event]) => event.from.includes(state) && requestsServices(profile, id),
  )
}

/** The line that changed, its zone where the line is gone, the zones where the zone is gone. */
function placeOf(system: System, difference: Difference): DataPath {
  const zone = entryOf(system.value.zones, difference.zone)
  if (zone === undefined) return ['zones']
  if (!('item' in difference)) return ['zones', difference.zone]
  const index = zone.services.findIndex(line => line.item === difference.item)
  return index < 0
    ? ['zones', difference.zone, 'services']
    : ['zones', difference.zone, 'services', index, 'quantity']
}

function describe(model: Model, system: System, difference: Difference, wanted: Text | undefined): Text {
  const { zh, en } = words(model, system, difference)
  if (wanted === undefined) {
    return { zh: `${zh}；当前状态下不能提出申请`, en: `${en}; nothing can be requested in the present state` }
  }
  return {
    zh: `${zh}，但没有追加“${wanted.zh}”`,
    en: `${en}, but no “${wanted.en}” was appended`,
  }
}

function words(model: Model, system: System, difference: Difference): Text {
  if ('item' in difference) return wordsOfItem(model, difference)
  const { kind } = difference
  const { zh, en } = zoneTerm(model, difference.zone, system.value.metadata.jurisdiction)
  if (kind === 'add-zone') return { zh: `新增${zh}`, en: `the ${en} is added` }
  if (kind === 'leave-zone') return { zh: `退出${zh}`, en: `the ${en} is left` }
  return { zh: `${zh}更换资源池`, en: `the pool in the ${en} changes` }
}

function wordsOfItem(model: Model, difference: ItemDifference): Text {
  const { kind } = difference
  const item = itemTerm(model, difference.item)
  if (kind === 'reschedule') return { zh: `调整${item.zh}的起止日期`, en: `the dates of ${item.en} change` }
  const { before, after, on } = difference
  const amounts = `${before} → ${after}`
  const [since, from] = on === undefined ? ['', ''] : [`（自 ${on} 起）`, ` from ${on}`]
  return kind === 'enlarge'
    ? { zh: `扩容${item.zh} ${amounts}${since}`, en: `${item.en} ${amounts}${from} is an enlargement` }
    : { zh: `缩容${item.zh} ${amounts}${since}`, en: `${item.en} ${amounts}${from} is a reduction` }
}
