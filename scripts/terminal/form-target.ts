import type { Form } from '../../generated/types/form.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { closest } from '../../lib/finding/closest.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import {
  applies,
  lastPeriodBefore,
  parsePeriod,
  periodExamples,
  type ReportingPeriod,
  type Subject,
  type SubjectKind,
  servicesShown,
  type Target,
} from '../../lib/form/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { CommandError } from './command.ts'
import { requireUnderstood } from './systems.ts'

/** `ningwu`, `ningwu/jiaoyuju` or `ningwu/jiaoyuju/xueji-guanli`. */
export function targetAt(model: Model, address: string): Target {
  const [jurisdiction = ''] = address.split('/')
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  const system = model.systemByAddress.get(address)
  const unit = model.unitByAddress.get(address.split('/').slice(0, 2).join('/'))
  const isKnown = address === jurisdiction || unit?.address === address || system !== undefined
  if (profile !== undefined && isKnown) return { profile, unit, system }
  requireUnderstood(model, address)
  const known = [
    ...model.catalogue.jurisdictions.keys(),
    ...model.unitByAddress.keys(),
    ...model.systemByAddress.keys(),
  ]
  throw unknown(codes.unknownAddress.code, ['单位或系统', 'unit or system'], address, known)
}

/** A form of a jurisdiction, by its id or its name. */
export function formAt(model: Model, { profile }: Target, type: string): Form {
  const forms = model.catalogue.forms.get(profile.metadata.id)?.value.forms ?? []
  const found = forms.find(({ id, name }) => id === type || name === type)
  if (found !== undefined) return found
  const known = forms.flatMap(({ id, name }) => [id, name])
  throw unknown(codes.unknownForm.code, [`${profile.metadata.name.zh}没有表单`, 'form'], type, known)
}

function unknown(
  code: string,
  [zh, en]: readonly [string, string],
  name: string,
  candidates: readonly string[],
): CommandError {
  const [shown, meant] = [printable(name), closest(name, candidates)]
  const none = zh.includes('没有') ? zh : `没有${zh}`
  return new CommandError(code, {
    zh: `${none} ${shown}${meant === undefined ? '' : `；是否为 ${meant}？`}`,
    en: `there is no ${en} ${shown}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  })
}

const wanted: Readonly<Record<SubjectKind, readonly [string, string]>> = {
  system: ['信息系统，写作“地区/单位/系统”', 'a system: <jurisdiction>/<unit>/<system>'],
  unit: ['使用单位，写作“地区/单位”', 'a unit: <jurisdiction>/<unit>'],
  jurisdiction: ['地区', 'a jurisdiction'],
}

/** A form about a system cannot be made out for a whole unit. */
export function requireSubject(form: Form, target: Target): void {
  const has = { system: target.system, unit: target.unit, jurisdiction: target.profile }[form.subject]
  if (has !== undefined) return
  const [zh, en] = wanted[form.subject]
  throw new CommandError(codes.unknownAddress.code, {
    zh: `《${form.name}》针对${zh}`,
    en: `the form ${form.id} is about ${en}`,
  })
}

/** Some forms are for certain cases only. */
export function requireCase(subject: Subject): void {
  const { form, system } = subject
  if (form.when === undefined || applies({ when: form.when }, subject)) return
  const name = system?.system.value.metadata.name ?? ''
  throw new CommandError(codes.formNotNeeded.code, {
    zh: `${name}不属于《${form.name}》适用的情形`,
    en: `${system?.system.address ?? ''} is no case of the form ${form.id}`,
  })
}

/** A form of what was granted cannot be made out before anything is. @throws Refusal at the system's history */
export function requireGrant(subject: Subject): void {
  const { form, system } = subject
  if (system === undefined) return
  const shown = servicesShown(subject)
  const lacks =
    (shown.has('change') && system.before === undefined) ||
    (shown.has('granted') && system.granted === undefined)
  if (!lacks) return
  const { document, path, value } = system.system
  const { name } = value.metadata
  const at = document.at([...path, 'history'], 'key')
  const shownAt = `${at.file}:${at.range.start.line}:${at.range.start.column}`
  throw new Refusal(
    finding(codes.nothingGranted, at, {
      message: {
        zh: `${shownAt}：${name}的办理记录中没有${shown.has('change') ? '此前的' : ''}授予，无法填写《${form.name}》`,
        en: `${shownAt}: the history of ${system.system.address} has no grant${shown.has('change') ? ' before this' : ''}, so that the form ${form.id} has nothing to be about`,
      },
      fix: {
        message: {
          zh: '先办理上云申请，核定之后再填',
          en: 'make the first request, and this form once it is granted',
        },
      },
    }),
    'usage',
  )
}

/** The period that was asked for; else the last that is over. */
export function periodOf(form: Form, asOf: string, option: unknown): ReportingPeriod | undefined {
  if (form.period === undefined) return undefined
  if (typeof option !== 'string') return lastPeriodBefore(form.period, asOf)
  const period = parsePeriod(form.period, option)
  if (period !== undefined) return period
  const example = periodExamples[form.period]
  throw new CommandError(codes.notAChoice.code, {
    zh: `${printable(option)} 不是本表单的时期，应写作 ${example}`,
    en: `${printable(option)} is no period of this form; write it like ${example}`,
  })
}
