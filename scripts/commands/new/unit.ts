import { join } from 'node:path'
import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { codes } from '../../../lib/command-line/codes.ts'
import { unitText } from '../../../lib/draft/unit.ts'
import { closest } from '../../../lib/finding/closest.ts'
import { printable } from '../../../lib/finding/printable.ts'
import { text as textPrinter } from '../../../lib/finding/printers/text.ts'
import { kindOf } from '../../../lib/read/index.ts'
import { choicesAt } from '../../../lib/validate/choices.ts'
import { composeSchemas } from '../../../lib/validate/index.ts'
import {
  CommandError,
  type Context,
  type ExitStatus,
  type OptionValues,
  statusOf,
} from '../../terminal/command.ts'
import { printed } from '../../terminal/report.ts'
import { modelOf } from '../../terminal/require-model.ts'
import { loadRepository } from '../../workspace/repository.ts'
import { writeWhole } from '../../workspace/write-file.ts'
import { answersOf, contactsOf, factOf, listOf } from './answers.ts'
import { findingsIn, laidOut, requireFree, withDraft } from './write.ts'

export async function newUnit(context: Context, address: string, options: OptionValues): Promise<ExitStatus> {
  const repository = loadRepository(context, { check: false })
  const model = modelOf(repository)
  const file = `tenants/${address}/unit.yaml`
  const [jurisdiction = '', id = ''] = address.split('/')
  requireAddress(address, 2, file)
  requireJurisdiction(jurisdiction, [...model.catalogue.jurisdictions.keys()])
  requireFree(context, file)
  const schema = composeSchemas(repository.documents).get('unit.schema.json')
  const answers = answersOf(context, options)
  const shortName = typeof options.short === 'string' ? { shortName: options.short } : {}
  const unit = {
    jurisdiction,
    id,
    name: await answers.text('name', '单位全称 / name of the unit'),
    ...shortName,
    category: await answers.choice('category', '单位类别 / category', choicesAt(schema, ['category'])),
    facts: new Map(listOf(options, 'set').map(fact => factOf(schema, fact))),
    wanted: unitFactsOf(model.catalogue.jurisdictions.get(jurisdiction)?.value),
    contacts: await contactsOf(answers, options),
    on: context.today,
  }
  answers.requireAll()
  const text = laidOut(file, 'unit', unitText(unit))
  const findings = findingsIn(withDraft(context, file, 'unit', text), file)
  writeWhole(join(context.root, file), text)
  if (context.json) context.stdout(`${JSON.stringify({ file, findings }, null, 2)}\n`)
  else {
    context.stdout(
      {
        zh: `已写入 ${file}\n接下来：tenantry new system ${address}/<系统>\n`,
        en: `wrote ${file}\nnext: tenantry new system ${address}/<system>\n`,
      }[context.language],
    )
    if (findings.length > 0) context.stderr(printed({ findings, files: [file] }, textPrinter, context))
  }
  return statusOf(findings)
}

/** What the regulation wants to know of a unit beside what every unit's file has. */
function unitFactsOf(profile: JurisdictionProfile | undefined): readonly string[] {
  const facts = (profile?.requirements ?? []).flatMap(({ facts = [] }) => facts)
  const ofUnit = facts.flatMap(fact => (fact.startsWith('unit.') ? [fact.slice('unit.'.length)] : []))
  return [...new Set(ofUnit)].filter(field => !field.startsWith('contacts.'))
}

/** @throws CommandError for an address that no manifest may have. */
export function requireAddress(address: string, parts: number, file: string): void {
  if (address.split('/').length === parts && kindOf(file) !== undefined) return
  const shown = printable(address)
  const form = parts === 2 ? 'ningwu/jiaoyuju' : 'ningwu/jiaoyuju/kaowu'
  throw new CommandError(codes.wrongAnswer.code, {
    zh: `位置“${shown}”的写法不对，应如 ${form}：各段以小写字母开头，只含小写字母、数字和单个连字符`,
    en: `the address “${shown}” must be like ${form}: each part a lower-case letter, then lower-case letters, digits and single hyphens`,
  })
}

export function requireJurisdiction(id: string, known: readonly string[]): void {
  if (known.includes(id)) return
  const [shown, meant] = [printable(id), closest(id, known)]
  throw new CommandError(codes.notAChoice.code, {
    zh: `没有地区 ${shown}；可选：${known.join('、')}${meant === undefined ? '' : `；是否为 ${meant}？`}`,
    en: `there is no jurisdiction ${shown}; choose of ${known.join(', ')}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
  })
}
