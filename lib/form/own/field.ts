import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { entryOf } from '../../model/entry.ts'
import { decisionLines } from '../decision.ts'
import { lineText, spanText } from '../document.ts'
import { type ArgumentKind, parseReference } from '../fact.ts'
import { facts, readFact } from '../facts/index.ts'
import { remarksOf } from '../remarks.ts'
import { covers, type Subject, type SubjectKind } from '../subject.ts'
import { fieldLists } from './lists.ts'

/** What a placeholder is filled with, and what it is called where it stays open. */
export interface Filled {
  readonly text: string
  readonly blank?: string
}

const box = /^box\((?<reference>.+)=(?<code>[^=]+)\)$/
const decision = /^decision\((?<events>[^()]+)\)$/

/** What the form has to say of itself: see `remarksOf`. */
const remarks = 'remarks'

/** Fills one placeholder outside of lists; undefined for a name that is none. */
export function fillField(name: string, subject: Subject): Filled | undefined {
  if (!isField(name, subject.form.subject, subject.profile)) return undefined
  const ticked = box.exec(name)?.groups
  if (ticked !== undefined)
    return { text: readFact(ticked.reference ?? '', subject).value?.code === ticked.code ? '☑' : '☐' }
  const events = decision.exec(name)?.groups?.events
  if (events !== undefined)
    return { text: decisionLines(events.split('|'), subject).map(lineText).join('\n') }
  if (name === remarks)
    return {
      text: remarksOf(subject)
        .map(({ text }) => text.zh)
        .join('；'),
    }
  const { value, label, shape } = readFact(name, subject)
  if (value !== undefined) return { text: value.text }
  return { text: spanText({ kind: 'blank', label, shape }), blank: label }
}

/** Whether a form about such a subject may name a placeholder. */
export function isField(name: string, about: SubjectKind, profile: JurisdictionProfile): boolean {
  const ticked = box.exec(name)?.groups?.reference
  if (ticked !== undefined) return isField(ticked, about, profile)
  const events = decision.exec(name)?.groups?.events
  if (events !== undefined)
    return about === 'system' && events.split('|').every(event => isOf('event', event, profile))
  if (name === remarks) return true
  const reference = parseReference(name)
  const fact = reference && facts.get(reference.name)
  if (reference === undefined || fact === undefined || !covers(about, fact.of)) return false
  return fact.argument === undefined || isOf(fact.argument, reference.argument, profile)
}

function isOf(kind: ArgumentKind, argument: string, { lifecycle, roles }: JurisdictionProfile): boolean {
  if (kind === 'event') return entryOf(lifecycle.events, argument) !== undefined
  if (kind === 'role') return entryOf(roles, argument) !== undefined
  return true
}

const examples: Readonly<Record<ArgumentKind, string>> = {
  event: 'EVENT',
  role: 'ROLE',
  paper: 'PAPER',
  label: 'LABEL',
}

/** Every placeholder that a template may have, as it is written; arguments in capitals. */
export function offeredFields(): readonly { readonly name: string; readonly members?: readonly string[] }[] {
  const single = [...facts].map(([name, { argument }]) => ({
    name: argument === undefined ? name : name.replace('()', `(${examples[argument]})`),
  }))
  const lists = [...fieldLists].map(([name, { members }]) => ({ name, members }))
  return [
    ...single,
    { name: 'box(FACT=VALUE)' },
    { name: 'decision(EVENT|EVENT)' },
    { name: remarks },
    ...lists,
  ]
}
