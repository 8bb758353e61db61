import type { PlatformEvent } from '../../../generated/types/platform.ts'
import { closest } from '../../finding/closest.ts'
import { type DataPath, finding } from '../../finding/finding.ts'
import type { ValidDocumentOf } from '../document.ts'
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
  kind: 'jurisdiction',
  code: 'TY2205',
  severity: 'error',
  title: {
    zh: '材料要求或期限引用了没有定义的环节',
    en: 'a requirement or deadline about an event that is not defined',
  },
  why: {
    zh: '引用不存在的环节，该项要求就永远不会生效。请改为 lifecycle.events 中的环节，或平台调整的环节。',
    en: 'A rule about an event that never happens never applies. Use an event of lifecycle.events, or one of changes to the platform.',
  },
  *check(document) {
    const known = new Set([...Object.keys(document.value.lifecycle.events), ...Object.keys(platformEvents)])
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

function* named({
  value,
}: ValidDocumentOf<'jurisdiction'>): Generator<{ readonly path: DataPath; readonly event: string }> {
  for (const [index, { on }] of (value.requirements ?? []).entries()) {
    for (const [at, event] of on.entries()) yield { path: ['requirements', index, 'on', at], event }
  }
  for (const [index, deadline] of (value.deadlines ?? []).entries()) {
    for (const list of deadlineLists) {
      for (const [at, event] of (deadline[list] ?? []).entries())
        yield { path: ['deadlines', index, list, at], event }
    }
  }
}
