import type { Form } from '../../../generated/types/form.ts'
import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { closest } from '../../finding/closest.ts'
import { type DataPath, finding, type Text } from '../../finding/finding.ts'
import { type ArgumentKind, type Fact, parseReference } from '../../form/fact.ts'
import { facts } from '../../form/facts/index.ts'
import { covers } from '../../form/subject.ts'
import { piecesOf } from '../../form/template.ts'
import { wordsOf } from '../../vocabulary/index.ts'
import { isKind } from '../document.ts'
import { conditionFaults } from './condition-faults.ts'
import { conditionsIn } from './conditions.ts'
import { eachMember } from './members.ts'
import type { CatalogueRule } from './rule.ts'

export const formReferences: CatalogueRule<'forms'> = {
  code: 'TY2208',
  severity: 'error',
  title: {
    zh: '表单引用了不存在的事实、条款或环节',
    en: 'a form that names a fact, an article or an event that does not exist',
  },
  why: {
    zh: '引用有误，该栏就永远填不进内容，或永远不会印出。请改为已有的事实，以及所属地区管理办法的配置中的条款、环节和角色。',
    en: 'What is misnamed is never filled in, or never printed. Name a fact that exists, and articles, events and roles of the jurisdiction’s own profile.',
  },
  *check(document, catalogue) {
    const { jurisdiction, forms } = document.value
    const profile = catalogue
      .filter(other => isKind(other, 'jurisdiction'))
      .find(({ value }) => value.metadata.id === jurisdiction)?.value
    // Without its profile, the schema has already refused the jurisdiction, or the profile has findings of its own.
    if (profile === undefined) return
    for (const [index, form] of forms.entries()) {
      const path = ['forms', index]
      if (forms.findIndex(other => other.id === form.id) < index)
        yield finding(formReferences, document.at([...path, 'id']), { message: twice(form.id) })
      for (const { at, fault, meant } of faultsOf(form, profile)) {
        yield finding(formReferences, document.at([...path, ...at]), {
          message: withMeant(fault, meant),
        })
      }
    }
  },
}

interface Fault {
  readonly at: DataPath
  readonly fault: Text
  /** What was most likely meant. */
  readonly meant?: string | undefined
}

function twice(id: string): Text {
  return { zh: `表单 ${id} 写了两次`, en: `the form ${id} is there twice` }
}

function withMeant(fault: Text, meant: string | undefined): Text {
  if (meant === undefined) return fault
  return { zh: `${fault.zh}；是否为 ${meant}？`, en: `${fault.en}; did you mean ${meant}?` }
}

function unknown(
  at: DataPath,
  [zh, en]: readonly [string, string],
  name: string,
  known: Iterable<string>,
): Fault {
  return {
    at,
    fault: { zh: `没有${zh} ${name}`, en: `there is no ${en} ${name}` },
    meant: closest(name, known),
  }
}

function* faultsOf(form: Form, profile: JurisdictionProfile): Generator<Fault> {
  const articles = new Set((profile.articles ?? []).map(({ id }) => id))
  for (const [index, article] of form.articles.entries()) {
    if (!articles.has(article)) yield unknown(['articles', index], ['条款', 'article'], article, articles)
  }
  yield* memberFaults(form, profile)
  for (const { path, condition } of conditionsIn(form))
    for (const { at, fault, meant } of conditionFaults(condition, profile, undefined))
      yield { at: [...path, ...at.path], fault, meant }
}

/** Looks at every member of a form, whatever blocks it has. */
function memberFaults(form: Form, profile: JurisdictionProfile): readonly Fault[] {
  const within = { form, profile, events: Object.keys(profile.lifecycle.events) }
  const faults: Fault[] = []
  eachMember(form, (key, member, path) => {
    for (const fault of faultsAt(key, member, path, within)) faults.push({ ...fault, at: [...fault.at] })
    return true
  })
  return faults
}

/** What a form's members are held against. */
interface Within {
  readonly form: Form
  readonly profile: JurisdictionProfile
  readonly events: readonly string[]
}

function* faultsAt(key: string | number, member: unknown, at: DataPath, within: Within): Generator<Fault> {
  yield* namedFaults(key, member, at, within)
  if (typeof member === 'string') yield* templateFaults(member, at, within)
  if (typeof member !== 'object' || member === null) return
  if ('options' in member && 'fact' in member)
    yield* optionFaults(member.fact, member.options, at, within.profile)
  if ('decided' in member && 'text' in member)
    yield {
      at: [...at, 'text'],
      fault: {
        zh: '由决定环节填写的意见栏不得预先印好文字',
        en: 'what a decision of the history fills in has no text beforehand',
      },
    }
}

/** Members that name something by themselves, without braces. */
function* namedFaults(key: string | number, member: unknown, at: DataPath, within: Within): Generator<Fault> {
  const { form, events } = within
  if (key === 'fact' && typeof member === 'string') yield* factFaults(member, at, within)
  if (key === 'contact' && typeof member === 'string') yield* factFaults(`${member}.name`, at, within)
  if (key === 'event' && typeof member === 'string' && !events.includes(member))
    yield unknown(at, ['环节', 'event'], member, events)
  if (key === 'decided' && Array.isArray(member)) {
    for (const [index, event] of member.map(String).entries())
      if (!events.includes(event)) yield unknown([...at, index], ['环节', 'event'], event, events)
  }
  if (key === 'stages' && typeof member === 'object' && member !== null) {
    for (const stage of Object.keys(member).filter(name => !events.includes(name)))
      yield unknown([...at, stage], ['环节', 'event'], stage, events)
  }
  if (key === 'stage' && Array.isArray(member)) {
    const stages = Object.keys(form.stages ?? {})
    for (const [index, stage] of member.map(String).entries())
      if (!stages.includes(stage))
        yield unknown([...at, index], ['本表单的环节', 'stage of this form'], stage, stages)
  }
}

function* templateFaults(text: string, at: DataPath, within: Within): Generator<Fault> {
  if (!/[{}]/.test(text)) return
  for (const piece of piecesOf(text)) {
    if (piece.kind === 'fact') yield* factFaults(piece.reference, at, within)
    else if (/[{}]/.test(piece.text))
      yield { at, fault: { zh: '花括号不成对', en: 'a brace lacks its partner' } }
  }
}

function* factFaults(reference: string, at: DataPath, { form, profile }: Within): Generator<Fault> {
  const parsed = parseReference(reference)
  const fact = parsed === undefined ? undefined : facts.get(parsed.name)
  if (parsed === undefined || fact === undefined) {
    yield unknown(at, ['事实', 'fact'], reference, facts.keys())
    return
  }
  if (!covers(form.subject, fact.of)) {
    yield {
      at,
      fault: {
        zh: `${reference} 说的是${subjects[fact.of]}，而本表单不针对某个${subjects[fact.of]}`,
        en: `${reference} is about a ${fact.of}, and the form is about a ${form.subject}`,
      },
    }
  }
  yield* argumentFaults(fact, parsed.argument, at, profile)
}

const subjects: Readonly<Record<Fact['of'], string>> = {
  system: '信息系统',
  unit: '使用单位',
  jurisdiction: '地区',
}

function* argumentFaults(
  { argument: kind }: Fact,
  argument: string,
  at: DataPath,
  profile: JurisdictionProfile,
): Generator<Fault> {
  const lists: Partial<
    Readonly<Record<ArgumentKind, readonly [readonly [string, string], readonly string[]]>>
  > = {
    event: [['环节', 'event'], Object.keys(profile.lifecycle.events)],
    role: [['角色', 'role'], Object.keys(profile.roles)],
  }
  const [what, known] = (kind === undefined ? undefined : lists[kind]) ?? []
  if (what !== undefined && known !== undefined && !known.includes(argument))
    yield unknown(at, what, argument, known)
}

/** Boxes that no value of the fact would ever tick. */
function* optionFaults(
  reference: unknown,
  options: unknown,
  at: DataPath,
  profile: JurisdictionProfile,
): Generator<Fault> {
  const fact = facts.get(String(reference))
  const codes = fact?.words === undefined ? fact?.codes : wordsOf(profile, fact.words).map(({ id }) => id)
  if (codes === undefined || typeof options !== 'object' || options === null) return
  for (const option of Object.keys(options)) {
    if (!codes.includes(option)) yield unknown([...at, 'options', option], ['取值', 'value'], option, codes)
  }
}
