import type { JurisdictionProfile, LifecycleEvent } from '../../../generated/types/jurisdiction.ts'
import { type Difference, differencesOf, type ItemDifference } from '../../entitlement/index.ts'
import type { DataPath, Text } from '../../finding/finding.ts'
import { finding } from '../../finding/finding.ts'
import { requestsServices, stateOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import type { System } from '../../model/model.ts'
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
          message: describe(difference, wanted),
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

function describe(difference: Difference, wanted: readonly [string, LifecycleEvent] | undefined): Text {
  const { zh, en } = words(difference)
  if (wanted === undefined) {
    return { zh: `${zh}；当前状态下不能提出申请`, en: `${en}; nothing can be requested in the present state` }
  }
  const [id, event] = wanted
  return { zh: `${zh}，但没有追加“${event.name}”（${id}）`, en: `${en}, but no ${id} event was appended` }
}

function words(difference: Difference): Text {
  if ('item' in difference) return wordsOfItem(difference)
  const { kind, zone } = difference
  if (kind === 'add-zone') return { zh: `新增分区 ${zone}`, en: `zone ${zone} is added` }
  if (kind === 'leave-zone') return { zh: `退出分区 ${zone}`, en: `zone ${zone} is left` }
  return { zh: `分区 ${zone} 更换资源池`, en: `the pool in zone ${zone} changes` }
}

function wordsOfItem(difference: ItemDifference): Text {
  const { kind, item } = difference
  if (kind === 'reschedule') return { zh: `调整 ${item} 的起止日期`, en: `the dates of ${item} change` }
  const { before, after, on } = difference
  const amounts = `${item} ${before} → ${after}`
  const [since, from] = on === undefined ? ['', ''] : [`（自 ${on} 起）`, ` from ${on}`]
  return kind === 'enlarge'
    ? { zh: `扩容 ${amounts}${since}`, en: `${amounts}${from} is an enlargement` }
    : { zh: `缩容 ${amounts}${since}`, en: `${amounts}${from} is a reduction` }
}
