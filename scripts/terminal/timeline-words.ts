// What a timeline says, in words, whichever form it takes.
import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { HistoryEvent } from '../../generated/types/system.ts'
import type { Text } from '../../lib/finding/finding.ts'
import { entryOf } from '../../lib/model/entry.ts'
import { citedGround, groundTerm } from '../../lib/profile/decisions.ts'
import type { Ground, TimelineEvent } from '../../lib/timeline/index.ts'

const grounds: Readonly<Record<Ground, Text>> = {
  record: { zh: '审批记录', en: 'record' },
  paper: { zh: '纸质办理', en: 'on paper' },
  forge: { zh: '清单所记平台评审', en: 'as written, of a review' },
  commit: { zh: '清单所记签名提交', en: 'as written, of a signed commit' },
  manifest: { zh: '清单', en: 'manifest' },
}

export function groundName({ ground, isDecision }: Pick<TimelineEvent, 'ground' | 'isDecision'>): Text {
  return ground === 'paper' && isDecision ? decidedOnPaper : grounds[ground]
}

/** What happened on paper stays marked so for good. */
const decidedOnPaper: Text = { zh: '纸质决定', en: 'decided on paper' }

/** What a ground is, by number or name: `第 3 号，#7`, `宁教函〔2026〕8号`. */
export function groundDetail({ event: { source }, entry }: TimelineEvent): Text {
  if (entry !== undefined) {
    const { number, change } = entry.record
    const of = change === undefined ? '' : ` #${change}`
    return { zh: `第 ${number} 号${of}`, en: `${number}${of}` }
  }
  const { paper, forge, change, review, commit } = source ?? {}
  const reviewed = [change === undefined ? '' : `#${change}`, review === undefined ? '' : `${review}`]
  const said = forge === undefined ? (paper ?? commit ?? '') : [forge, ...reviewed].join(' ').trim()
  return { zh: said, en: said }
}

export function papersOf({ papers = [] }: HistoryEvent): readonly string[] {
  return papers.map(({ type, number, on }) => [type, number, on].filter(part => part !== undefined).join(' '))
}

/** The article or decision by which an event is taken, within its regulation. */
export function eventGround(profile: JurisdictionProfile, event: string): Text {
  const definition = entryOf(profile.lifecycle.events, event)
  return definition === undefined ? none : groundTerm(profile, definition)
}

/** The same with the regulation. */
export function citedEventGround(profile: JurisdictionProfile, event: string): Text {
  const definition = entryOf(profile.lifecycle.events, event)
  return definition === undefined ? none : citedGround(profile, definition)
}

const none: Text = { zh: '', en: '' }
