import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { unitText } from '../../../lib/draft/unit.ts'
import { composeSchemas } from '../../../lib/validate/index.ts'
import { writableWords } from '../../../lib/vocabulary/index.ts'
import type { Context, ExitStatus, OptionValues } from '../../terminal/command.ts'
import { modelOf } from '../../terminal/require-model.ts'
import { loadRepository } from '../../workspace/repository.ts'
import { answersOf, asChoice, contactsOf, factOf, listOf } from './answers.ts'
import { requireAddress, requireJurisdiction } from './place.ts'
import { findingsIn, laidOut, requireFree, withDraft, writeDraft } from './write.ts'

export async function newUnit(context: Context, address: string, options: OptionValues): Promise<ExitStatus> {
  const repository = loadRepository(context, { check: false })
  const model = modelOf(repository)
  const file = `tenants/${address}/unit.yaml`
  const [jurisdiction = '', id = ''] = address.split('/')
  requireAddress(address, 2, file)
  requireJurisdiction(model, jurisdiction)
  requireFree(context, file)
  const schema = composeSchemas(repository.documents).get('unit.schema.json')
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  const answers = answersOf(context, options)
  const shortName = typeof options.short === 'string' ? { shortName: options.short } : {}
  const unit = {
    jurisdiction,
    id,
    name: await answers.text('name', '单位全称 / name of the unit'),
    ...shortName,
    category: await answers.choice(
      'category',
      '单位类别 / category',
      writableWords(profile, 'categories').map(asChoice),
    ),
    facts: new Map(listOf(options, 'set').map(fact => factOf(schema, fact))),
    wanted: unitFactsOf(profile),
    contacts: await contactsOf(answers, options),
    on: context.today,
  }
  answers.requireAll()
  const text = laidOut(file, 'unit', unitText(unit))
  const findings = findingsIn(withDraft(context, file, 'unit', text), file)
  return writeDraft(
    context,
    { file, text, findings },
    {
      zh: `已写入 ${file}\n接下来：tenantry new system ${address}/<系统>\n`,
      en: `wrote ${file}\nnext: tenantry new system ${address}/<system>\n`,
    },
  )
}

/** What the regulation wants to know of a unit beside what every unit's file has. */
function unitFactsOf(profile: JurisdictionProfile | undefined): readonly string[] {
  const facts = (profile?.requirements ?? []).flatMap(({ facts = [] }) => facts)
  const ofUnit = facts.flatMap(fact => (fact.startsWith('unit.') ? [fact.slice('unit.'.length)] : []))
  return [...new Set(ofUnit)].filter(field => !field.startsWith('contacts.'))
}
