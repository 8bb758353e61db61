import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import { inheritedOpenings } from '../../lib/entitlement/index.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import type { Model } from '../../lib/model/model.ts'
import { deciderOf, groundTerm } from '../../lib/profile/decisions.ts'
import { lackingInWords } from '../../lib/profile/lacking-words.ts'
import { liftInWords, prohibitionTerm } from '../../lib/profile/prohibition-words.ts'
import type { Prohibited } from '../../lib/profile/prohibitions.ts'
import type { UnmetRequirement } from '../../lib/profile/requirements.ts'
import type { StatusRow } from '../../lib/profile/status-filter.ts'
import type { NextStep } from '../../lib/profile/system-status.ts'
import { articlePlace, eventTerm, regulationTerm, roleTerm, stateTerm } from '../../lib/term/index.ts'
import { deadlineLine } from './deadline-line.ts'
import { unrecordedLines } from './evidence-lines.ts'
import { inheritedLines } from './inherited-lines.ts'
import { paperLines } from './paper-lines.ts'

/** Where one system stands, for people: its regulation is named once, and its articles by their numbers. */
export function statusLines(
  language: Language,
  model: Model,
  { profile, system, outlook }: StatusRow,
): string {
  const words = labels[language]
  const since = outlook.since === undefined ? '' : words.since(outlook.since)
  const lines = [
    `${system.address}  ${system.value.metadata.name}  ${regulationTerm(profile)[language]}`,
    `  ${words.state}${stateTerm(profile, outlook.state)[language]}${since}`,
    ...unrecordedLines(model, system, language),
    ...outlook.steps.flatMap(step => stepLines(language, model, profile, step)),
    ...inheritedLines(model, profile.metadata.id, inheritedOpenings(model, system), language),
    ...outlook.deadlines.map(deadline => `  ${deadlineLine(language, model, system, deadline)}`),
    ...paperLines(model, system, language),
  ]
  return `${lines.join('\n')}\n`
}

function stepLines(
  language: Language,
  model: Model,
  profile: JurisdictionProfile,
  step: NextStep,
): readonly string[] {
  const words = labels[language]
  const first = [
    `  → ${words.event(eventTerm(profile, step.event)[language], step.event)}`,
    ...(step.role === undefined ? [] : [words.by(roleTerm(profile, step.role)[language])]),
    ...(step.due === undefined ? [] : [words.due(step.due)]),
    groundOfStep(profile, step)[language],
  ]
  const lacking = step.lacking.flatMap(unmet => lackLines(language, profile, unmet, step.due !== undefined))
  const prohibited = step.prohibited.flatMap(one => prohibitedLines(language, model, profile, one))
  return [first.filter(part => part !== '').join('  '), ...prohibited, ...lacking]
}

/** What forbids a step, and what would lift that. */
function prohibitedLines(
  language: Language,
  model: Model,
  profile: JurisdictionProfile,
  prohibited: Prohibited,
): readonly string[] {
  const ground = groundTerm(profile, prohibited.prohibition)[language]
  const what = `${labels[language].prohibited}${prohibitionTerm(prohibited)[language]}`
  return [
    `      ${what}${ground === '' ? '' : `  ${ground}`}`,
    `        ${liftInWords(model, profile, prohibited)[language]}`,
  ]
}

/** An event that no text knows, such as taking back one's own request, rests on nothing. */
function groundOfStep(profile: JurisdictionProfile, { event, article }: NextStep): Text {
  const part = profile.lifecycle.events[event]
  if (article !== undefined) return articlePlace(profile, article)
  return part === undefined || deciderOf(profile, part) === undefined
    ? { zh: '', en: '' }
    : groundTerm(profile, part)
}

/** What runs against a day is lacking; whatever else may come will take it, whenever somebody begins. */
function lackLines(
  language: Language,
  profile: JurisdictionProfile,
  unmet: UnmetRequirement,
  isDue: boolean,
): readonly string[] {
  const words = labels[language]
  const lacking = lackingInWords(profile, unmet, language)
  if (lacking === '') return []
  const ground = groundTerm(profile, unmet.requirement)[language]
  const head = isDue ? words.lacks : words.takes
  return [`      ${head}${lacking}${ground === '' ? '' : `  ${ground}`}`]
}

const labels = {
  zh: {
    state: '状态：',
    event: (name: string, id: string) => `${name}（${id}）`,
    since: (date: string) => `（自 ${date}）`,
    by: (role: string) => `由${role}办理`,
    due: (date: string) => `最迟 ${date}`,
    lacks: '尚缺：',
    prohibited: '目前不得办理：',
    takes: '办理时须备：',
  },
  en: {
    state: 'state: ',
    event: (name: string, id: string) => `${name} (\`${id}\`)`,
    since: (date: string) => ` (since ${date})`,
    by: (role: string) => `by the ${role}`,
    due: (date: string) => `by ${date} at the latest`,
    lacks: 'lacks: ',
    prohibited: 'not allowed at present: ',
    takes: 'will take: ',
  },
} as const
