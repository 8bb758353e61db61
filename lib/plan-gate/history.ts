// What a repository says of a stack over time: when it asked for something else than the day before, and why.
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import { addCalendarDays } from '../clock/day.ts'
import type { DeliveryStack } from '../deliver/stack.ts'
import type { Text } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import { citationIn } from '../term/index.ts'

/** A day from which on a stack may be asked for otherwise than before. */
export interface Turn {
  /** `YYYY-MM-DD` */
  readonly on: string
  /** The event, or the catalogue's item, that turned it. */
  readonly by: string
}

export interface StackHistory {
  /** The newest first, none after the model's day. */
  readonly turns: readonly Turn[]
  /** The stack's configuration as the repository asked for it on a day; undefined where it asked for no such stack. */
  readonly writtenOn: (day: string) => unknown
  /** What allows every removal of the stack by itself: an approved change to the platform. */
  readonly allows: string | undefined
  /** How a removal comes to be allowed, in the words of the stack's regulation. */
  readonly way: (only: 'exit' | undefined) => WayOut
}

export interface WayOut {
  readonly article: string | undefined
  readonly message: Text
}

/**
 * The history of one stack.
 * @param writtenOn makes its configuration as the repository asked for it on a day; each day's is made once
 */
export function stackHistoryOf(
  model: Model,
  stack: DeliveryStack,
  writtenOn: (model: Model, stack: DeliveryStack, day: string) => unknown,
): StackHistory {
  const turns = (stack.kind === 'platform' ? catalogueTurns(model) : systemTurns(model, stack)).toSorted(
    (a, b) => (a.on < b.on ? 1 : -1),
  )
  const made = new Map<string, unknown>()
  return {
    turns: turns.filter(({ on }) => on <= model.asOf),
    writtenOn: day => {
      if (!made.has(day)) made.set(day, writtenOn(model, stack, day))
      return made.get(day)
    },
    allows: stack.kind === 'platform' ? approvedChange(model) : undefined,
    way: only => (stack.kind === 'platform' ? platformWay(model) : unitWay(model, stack, only)),
  }
}

/** Whatever an event grants or ends, and what time alone begins and ends within a grant. */
function systemTurns(model: Model, { address = '' }: DeliveryStack): readonly Turn[] {
  const history = model.systemByAddress.get(address)?.value.history ?? []
  return history.flatMap(event => [{ on: event.on, by: event.event }, ...lineTurns(event)])
}

function lineTurns({ event, grants = {} }: HistoryEvent): readonly Turn[] {
  return Object.values(grants).flatMap(({ services }) =>
    services.flatMap(({ from, to }) => [
      ...(from === undefined ? [] : [{ on: from, by: event }]),
      ...(to === undefined ? [] : [{ on: addCalendarDays(to, 1), by: event }]),
    ]),
  )
}

/** What a platform offers changes with the dated versions of the catalogue's items. */
function catalogueTurns({ catalogue }: Model): readonly Turn[] {
  return [...catalogue.items.values()].flatMap(({ value: { id, versions } }) =>
    versions.flatMap(({ from, to }) => [
      { on: from, by: id },
      ...(to === undefined ? [] : [{ on: addCalendarDays(to, 1), by: id }]),
    ]),
  )
}

/** A change to the platform that was approved and is not done yet. */
function approvedChange({ catalogue, asOf }: Model): string | undefined {
  return catalogue.platform.value.changes?.find(({ history }) => {
    const happened = new Set(history.filter(({ on }) => on <= asOf).map(({ event }) => event))
    return happened.has('platform-change-approved') && !happened.has('platform-change-done')
  })?.id
}

function platformWay({ catalogue }: Model): WayOut {
  const policies = [...catalogue.jurisdictions.values()].flatMap(({ value }) => value.approvals ?? [])
  return {
    article: policies.find(({ change }) => change === 'platform' || change === 'platform-major')?.article,
    message: {
      zh: '恢复目录的原内容；确须调整平台的，先登记于 catalogue/platform.yaml 的 changes，经主管部门批准（platform-change-approved）后、办结之前交付',
      en: 'restore what the catalogue said; where the platform has to change, record it under `changes` of catalogue/platform.yaml, and apply once the authority has approved it (platform-change-approved) and before it is done',
    },
  }
}

function unitWay(model: Model, { address = '' }: DeliveryStack, only: 'exit' | undefined): WayOut {
  const [jurisdiction = ''] = address.split('/')
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  const kinds = only === undefined ? (['change', 'exit'] as const) : ([only] as const)
  const steps = kinds.flatMap(kind => (profile === undefined ? [] : stepFor(profile, kind)))
  const list = steps.map(({ text }) => text)
  return {
    article: steps[0]?.article,
    message: {
      zh: `恢复清单和目录的原内容，云上被人改动的先改回；确须如此的，先办结${list.map(({ zh }) => zh).join('或者')}`,
      en: `restore what the manifest and the catalogue said, or what was changed in the cloud by hand; where it has to be so, complete ${list.map(({ en }) => en).join(' or ')} first`,
    },
  }
}

/** The event that approves a kind of request, in the words of the regulation. */
function stepFor(profile: JurisdictionProfile, kind: 'change' | 'exit') {
  const found = Object.entries(profile.lifecycle.events).find(([, { approval }]) => approval === kind)
  if (found === undefined) return []
  const [id, { name, article }] = found
  const ground = article === undefined ? { zh: '', en: '' } : citationIn(profile, article)
  const text: Text = {
    zh: `“${name}”（${id}${ground.zh === '' ? '' : `，${ground.zh}`}）`,
    en: `\`${id}\`${ground.en === '' ? '' : ` (${ground.en})`}`,
  }
  return [{ article, text }]
}
