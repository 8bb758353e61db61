import type { Decision, JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import type { PlatformEvent } from '../../../generated/types/platform.ts'
import { closest } from '../../finding/closest.ts'
import { type DataPath, finding } from '../../finding/finding.ts'
import { signalIds } from '../../profile/signals.ts'
import type { ValidDocumentOf } from '../document.ts'
import { conditionsIn } from './conditions.ts'
import type { CatalogueRule } from './rule.ts'

/** The events of a change to the platform; they are the same under every regulation. */
const platformEvents: Readonly<Record<PlatformEvent['event'], true>> = {
  'platform-change-submitted': true,
  'platform-change-approved': true,
  'platform-change-refused': true,
  'platform-change-notified': true,
  'platform-change-done': true,
  'maintenance-requested': true,
  'maintenance-approved': true,
  'maintenance-started': true,
  'maintenance-done': true,
}

export const eventUndefined: CatalogueRule<'jurisdiction'> = {
  code: 'TY2205',
  severity: 'error',
  title: {
    zh: '材料要求、禁止情形或期限引用了没有定义的环节',
    en: 'a requirement, prohibition or deadline about an event that is not defined',
  },
  why: {
    zh: '引用不存在的环节，该项要求就永远不会生效。请改为 lifecycle.events 中的环节，或平台调整的环节。',
    en: 'A rule about an event that never happens never applies. Use an event of lifecycle.events, or one of changes to the platform.',
  },
  *check(document) {
    const known = new Set([
      ...eventsOf(document.value),
      ...signalIds(document.value),
      ...Object.keys(platformEvents),
    ])
    for (const { path, event } of named(document)) {
      if (known.has(event)) continue
      const meant = closest(event, known)
      yield finding(eventUndefined, document.at(path), {
        message: {
          zh: `没有环节 ${event}${meant === undefined ? '' : `；是否为 ${meant}？`}`,
          en: `there is no event ${event}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
        },
        ...(meant === undefined
          ? {}
          : { fix: { message: { zh: `改为 ${meant}`, en: `write ${meant}` }, replacement: meant } }),
      })
    }
  },
}

const deadlineLists = ['from', 'until', 'extendedBy', 'pausedBy', 'resumedBy', 'voidedBy'] as const

/** With those of decisions, whether in force or not. */
function eventsOf({ lifecycle, decisions = [] }: JurisdictionProfile): readonly string[] {
  return [lifecycle, ...decisions.map(one => one.lifecycle)].flatMap(part => Object.keys(part?.events ?? {}))
}

interface Named {
  readonly path: DataPath
  readonly event: string
}

function* named({ value }: ValidDocumentOf<'jurisdiction'>): Generator<Named> {
  yield* namedIn(value, [])
  for (const [index, decision] of (value.decisions ?? []).entries())
    yield* namedIn(decision, ['decisions', index])
  for (const { path, condition } of conditionsIn(value))
    yield* listed(condition.after ?? [], [...path, 'after'])
}

function* namedIn(
  part: Pick<Decision, 'requirements' | 'prohibitions' | 'deadlines'>,
  at: DataPath,
): Generator<Named> {
  for (const [index, { on, events = [] }] of (part.requirements ?? []).entries()) {
    const path = [...at, 'requirements', index]
    yield* listed(on, [...path, 'on'])
    yield* listed(events, [...path, 'events'])
  }
  for (const [index, { on }] of (part.prohibitions ?? []).entries())
    yield* listed(on, [...at, 'prohibitions', index, 'on'])
  for (const [index, deadline] of (part.deadlines ?? []).entries()) {
    const path = [...at, 'deadlines', index]
    for (const list of deadlineLists) yield* listed(deadline[list] ?? [], [...path, list])
  }
}

function* listed(events: readonly string[], path: DataPath): Generator<Named> {
  for (const [index, event] of events.entries()) yield { path: [...path, index], event }
}
