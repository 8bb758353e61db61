import { Mark, type PlanValue, type StackPlan } from '../../lib/deliver/plan.ts'
import { kindOf, onceBecause, type ToldChange, toldChanges, toldDrift } from '../../lib/deliver/plan-json.ts'
import type { ValueChange } from '../../lib/deliver/value-changes.ts'
import { dataPathText } from '../../lib/finding/data-path.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'

export interface PlanLinesOptions {
  readonly language: Language
  /** Whether to write all, however long. */
  readonly whole: boolean
}

/** Lines of a stack beyond which a person reads no further. */
const mostLines = 60
/** Characters of a value beyond which its end is left out. */
const mostCharacters = 120

/** What changes in a stack, value for value, and what was changed in the cloud; nothing where nothing does. */
export function planLines(
  stack: string,
  plan: StackPlan | undefined,
  options: PlanLinesOptions,
): readonly string[] {
  if (plan === undefined) return []
  const drift = toldDrift(plan)
  const told = toldChanges(plan)
  if (told.length === 0 && drift.length === 0) return []
  const lines = [
    ...(drift.length === 0 ? [] : [`  ${words.drift[options.language]}`]),
    ...drift.flatMap(change => changeLines(change, 'drift', options)),
    ...(drift.length === 0 || told.length === 0 ? [] : [`  ${words.planned[options.language]}`]),
    ...told.flatMap(change => changeLines(change, 'plan', options)),
  ]
  return [stack, ...(options.whole ? lines : shortened(lines, options.language))]
}

const words = {
  drift: { zh: '上次交付之后在云上被改动：', en: 'changed in the cloud since the last apply:' },
  planned: { zh: '交付将作的变更：', en: 'what an apply will change:' },
  gone: { zh: '已从云上消失', en: 'gone from the cloud' },
  replaces: { zh: '须重建', en: 'made anew for this' },
  none: { zh: '（无）', en: '(none)' },
  unknown: { zh: '（交付后可知）', en: '(known after apply)' },
  sensitive: { zh: '（敏感，不显示）', en: '(sensitive)' },
} as const satisfies Readonly<Record<string, Text>>

function shortened(lines: readonly string[], language: Language): readonly string[] {
  if (lines.length <= mostLines) return lines
  const left = lines.length - mostLines
  const more = {
    zh: `  … 另有 ${left} 行，加 --all-values 全部列出`,
    en: `  … ${left} more lines: --all-values shows them`,
  }[language]
  return [...lines.slice(0, mostLines), more]
}

const signs: Readonly<Partial<Record<ToldChange['change']['action'], string>>> = {
  create: '+',
  update: '~',
  replace: '±',
  delete: '-',
  import: '←',
}

type Side = 'plan' | 'drift'

function changeLines(
  { change, values }: ToldChange,
  side: Side,
  options: PlanLinesOptions,
): readonly string[] {
  const { language } = options
  const kind = kindOf(change)?.name[language]
  const title = [
    signs[change.action] ?? ' ',
    kind,
    change.address,
    because({ change, values }, side, language),
  ]
  const shown = change.action === 'delete' ? [] : values.filter(value => isOfInterest(value, change.action))
  return [
    `  ${title.filter(part => part !== undefined && part !== '').join(' ')}`,
    ...shown.map(value => `      ${valueLine(value, change.action, options)}`),
  ]
}

/** What is empty or only known later says nothing of what is made. */
function isOfInterest({ after }: ValueChange, action: string): boolean {
  return action !== 'create' || !(after === Mark.unknown || after === '' || isEmptyList(after))
}

function isEmptyList(value: PlanValue | undefined): boolean {
  return Array.isArray(value) && value.length === 0
}

/** Terraform's words for why, in those of people; for others its own. */
const reasons: Readonly<Record<string, Text>> = {
  replace_because_tainted: { zh: '上次未建成', en: 'it was not made in full' },
  replace_by_request: { zh: '按要求重建', en: 'as was asked' },
  replace_by_triggers: { zh: '所依据的内容已变', en: 'what it follows has changed' },
  replace_because_cannot_update: { zh: '不能就地变更', en: 'it cannot be changed in place' },
  delete_because_no_resource_config: { zh: '不再申请', en: 'nothing asks for it any more' },
}

function because({ change, values }: ToldChange, side: Side, language: Language): string {
  if (side === 'drift') return change.action === 'delete' ? bracketed(words.gone[language], language) : ''
  const { reason, replacedFor } = change
  const once = onceBecause(change)
  if (once !== undefined) return bracketed(once[language], language)
  // Where a value says it, it is said there.
  const isSaid = values.some(({ replaces }) => replaces)
  const paths = isSaid ? [] : replacedFor.map(path => printable(dataPathText(path)))
  const why = reason === undefined ? [] : [reasons[reason]?.[language] ?? printable(reason)]
  const parts = isSaid ? [] : [...why, ...paths]
  return parts.length === 0 ? '' : bracketed(parts.join({ zh: '：', en: ': ' }[language]), language)
}

function bracketed(text: string, language: Language): string {
  return { zh: `（${text}）`, en: `(${text})` }[language]
}

function valueLine(value: ValueChange, action: string, { language, whole }: PlanLinesOptions): string {
  const { path, before, after, replaces } = value
  const show = (side: PlanValue | undefined) => cut(valueText(side, language), whole)
  const colon = { zh: '：', en: ': ' }[language]
  const sides = action === 'create' ? show(after) : `${show(before)} → ${show(after)}`
  const mark = replaces ? ` ${bracketed(words.replaces[language], language)}` : ''
  return `${printable(dataPathText(path))}${colon}${sides}${mark}`
}

function cut(text: string, whole: boolean): string {
  const characters = whole ? [] : [...text]
  return characters.length > mostCharacters ? `${characters.slice(0, mostCharacters).join('')}…` : text
}

function valueText(value: PlanValue | undefined, language: Language): string {
  if (value === undefined || value === null) return words.none[language]
  if (value instanceof Mark) return words[value.kind][language]
  if (typeof value !== 'object') return printable(JSON.stringify(value))
  const list = (parts: readonly string[]) => parts.join(', ')
  if (isItems(value)) return `[${list(value.map(item => valueText(item, language)))}]`
  const entries = Object.entries(value).filter(([, item]) => item !== null)
  return `{${list(entries.map(([key, item]) => `${printable(key)}: ${valueText(item, language)}`))}}`
}

function isItems(value: object): value is readonly PlanValue[] {
  return Array.isArray(value)
}
