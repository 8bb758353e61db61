import { allocate } from '../../../lib/allocate/index.ts'
import { withNetworks } from '../../../lib/allocate/manifest-networks.ts'
import { factMissing } from '../../../lib/check/rules/papers/fact-missing.ts'
import { paperMissing } from '../../../lib/check/rules/papers/paper-missing.ts'
import { unmetRequirementsIn } from '../../../lib/check/unmet-requirements.ts'
import {
  type Lacking,
  type PaperAnswer,
  type ServiceAnswer,
  type SystemAnswers,
  systemText,
} from '../../../lib/draft/system.ts'
import type { Text } from '../../../lib/finding/finding.ts'
import { firstRequest } from '../../../lib/lifecycle/index.ts'
import type { Model, System } from '../../../lib/model/model.ts'
import { groundOf } from '../../../lib/profile/decisions.ts'
import type { Understood } from '../../../lib/repository/index.ts'
import { composeSchemas } from '../../../lib/validate/index.ts'
import { writableWords } from '../../../lib/vocabulary/index.ts'
import type { Context, ExitStatus, OptionValues } from '../../terminal/command.ts'
import { modelOf } from '../../terminal/require-model.ts'
import { type LoadedRepository, loadRepository } from '../../workspace/repository.ts'
import { unseenNetworks } from '../../workspace/unseen-networks.ts'
import { type Answers, answersOf, asChoice, contactsOf, factOf, listOf, wrongAnswer } from './answers.ts'
import { requireAddress, requireUnit } from './place.ts'
import { findingsIn, laidOut, requireFree, withDraft, writeDraft } from './write.ts'

export async function newSystem(
  context: Context,
  address: string,
  options: OptionValues,
): Promise<ExitStatus> {
  const repository = loadRepository(context, { check: false })
  const model = modelOf(repository)
  const file = `tenants/${address}.yaml`
  requireAddress(address, 3, file)
  requireUnit(model, address)
  requireFree(context, file)
  const setting = { context, repository, model, file, address }
  const answers = await asked(setting, options)
  const { text, lacking, understood } = drafted(setting, answers)
  // What is lacking is told by itself, in the order in which it is to be filled in.
  const findings = findingsIn(understood, file).filter(({ code }) => !lackingCodes.has(code))
  return writeDraft(context, { file, text, findings }, told(file, lacking), { lacking })
}

const lackingCodes: ReadonlySet<string> = new Set([paperMissing.code, factMissing.code])

interface Setting {
  readonly context: Context
  readonly repository: LoadedRepository
  readonly model: Model
  readonly file: string
  readonly address: string
}

async function asked(
  { context, repository, model, address }: Setting,
  options: OptionValues,
): Promise<SystemAnswers> {
  const [jurisdiction = '', unit = '', id = ''] = address.split('/')
  const schema = composeSchemas(repository.documents).get('system.schema.json')
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  const answers = answersOf(context, options)
  const exception = typeof options.notDomestic === 'string' ? options.notDomestic : undefined
  const whole = {
    jurisdiction,
    unit,
    id,
    name: await answers.text('name', '系统名称 / name of the system'),
    origin: await answers.choice(
      'origin',
      '系统来源 / origin',
      writableWords(profile, 'origins').map(asChoice),
    ),
    purpose: await answers.choice(
      'purpose',
      '用途 / purpose',
      writableWords(profile, 'purposes').map(asChoice),
    ),
    mlps: Number(await answers.choice('mlps', '等保级别 / MLPS level', levels)),
    ...(exception === undefined ? await askedException(answers) : { exception }),
    services: await servicesOf(model, answers, options),
    contacts: await contactsOf(answers, options),
    papers: listOf(options, 'paper').map(paperOf),
    facts: new Map(listOf(options, 'set').map(text => factOf(schema, text))),
    on: context.today,
  }
  answers.requireAll()
  return whole
}

const levels = ['1', '2', '3', '4', '5'].map(value => ({ value, label: `等保${value}级` }))

async function askedException({ asker }: Answers): Promise<{ readonly exception?: string }> {
  if (asker === undefined || (await asker.yes('是否已完成信创适配 / adapted to domestic products?')))
    return {}
  return { exception: await asker.text('未完成适配的理由 / why not') }
}

async function servicesOf(
  model: Model,
  answers: Answers,
  options: OptionValues,
): Promise<readonly ServiceAnswer[]> {
  const given = listOf(options, 'service').map(text => serviceOf(model, text))
  if (given.length > 0) return given
  const { asker } = answers
  if (asker === undefined) {
    answers.lacks('service')
    return []
  }
  const zones = Object.entries(model.catalogue.platform.value.zones)
  const chosen = await asker.several(
    '分区 / zones',
    zones.map(([value, { name }]) => ({ value, label: name.zh })),
  )
  const services: ServiceAnswer[] = []
  for (const zone of chosen) {
    const offered = [...model.catalogue.items].filter(([, { value }]) => value.zones.includes(zone))
    const items = await asker.several(
      `${zone}：服务项 / services`,
      offered.map(([value, item]) => ({ value, label: `${item.value.name.zh}（${value}）` })),
    )
    for (const item of items) {
      const unit = model.catalogue.items.get(item)?.value.unit.zh ?? ''
      const quantity = await asker.text(`${item}：数量（${unit}） / quantity`, { accept: quantityFault })
      services.push({ zone, item, quantity: Number(quantity.normalize('NFKC')) })
    }
  }
  return services
}

function quantityFault(text: string): string | undefined {
  return /^[1-9][0-9]{0,6}$/.test(text.normalize('NFKC')) ? undefined : '1, 2, 3 …'
}

function serviceOf(model: Model, text: string): ServiceAnswer {
  const [, given, item = '', count = ''] =
    /^(?:([a-z][a-z0-9-]*)[:：])?([^=＝:：]+)[=＝](.+)$/su.exec(text.trim()) ?? []
  if (quantityFault(count) !== undefined) throw wrongAnswer('service', text, '[分区:]服务项=数量')
  const zones = model.catalogue.items.get(item)?.value.zones ?? []
  const zone = given ?? (zones.length === 1 ? zones[0] : undefined)
  if (zone === undefined) {
    const all = zones.length > 0 ? zones : Object.keys(model.catalogue.platform.value.zones)
    throw wrongAnswer('service', text, all.map(one => `${one}:${item}=${count}`).join('、'))
  }
  return { zone, item, quantity: Number(count.normalize('NFKC')) }
}

function paperOf(text: string): PaperAnswer {
  const [, type, number, on] = /^([^=＝]+)[=＝](.+)[@＠](\d{4}-\d{2}-\d{2})$/su.exec(text.trim()) ?? []
  if (type === undefined || number === undefined || on === undefined)
    throw wrongAnswer('paper', text, '类型=文号@YYYY-MM-DD')
  return { type: type.trim(), number: number.trim(), on }
}

interface Drafted {
  readonly text: string
  readonly lacking: readonly Lacking[]
  readonly understood: Understood
}

/** First without comments on what is lacking, to learn that; then with them; then with networks. */
function drafted(setting: Setting, answers: SystemAnswers): Drafted {
  const { context, model, file } = setting
  const around = { ...surroundOf(model, answers), lacking: [] }
  const lacking = lackingIn(withDraft(context, file, 'system', systemText(answers, around)), setting)
  const commented = systemText(answers, { ...around, lacking })
  const text = laidOut(file, 'system', allocated(setting, commented))
  return { text, lacking, understood: withDraft(context, file, 'system', text) }
}

function surroundOf(model: Model, { jurisdiction }: SystemAnswers) {
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  const event = profile && firstRequest(profile)
  if (profile === undefined || event === undefined)
    throw new Error(`${jurisdiction} has no request to begin with`)
  return {
    regulation: profile.regulation.title,
    event,
    itemName: (item: string) => model.catalogue.items.get(item)?.value.name.zh,
  }
}

function systemIn({ model }: Understood, { address }: Setting): { model: Model; system: System } | undefined {
  const system = model?.systemByAddress.get(address)
  return model === undefined || system === undefined ? undefined : { model, system }
}

function lackingIn(understood: Understood, setting: Setting): readonly Lacking[] {
  const found = systemIn(understood, setting)
  if (found === undefined) return []
  return unmetRequirementsIn(found.model, found.system).map(({ unmet, profile }) => ({
    article: groundOf(profile, unmet.requirement),
    papers: unmet.papers,
    anyPaper: unmet.anyPaper,
    facts: unmet.facts,
  }))
}

/** Where no network can be given, the finding of the check says so. */
function allocated(setting: Setting, text: string): string {
  const { context, repository, file } = setting
  const found = systemIn(withDraft(context, file, 'system', text), setting)
  if (found === undefined) return text
  const unseen = unseenNetworks(context.root, repository)
  if (unseen.findings.length > 0) return text
  return withNetworks(text, allocate(found.model, [found.system], { unseen: unseen.networks }).allocations)
}

function told(file: string, lacking: readonly Lacking[]): Text {
  const owed = lacking.flatMap(({ article, papers, anyPaper, facts }) => [
    ...papers.map(paper => `  ${article}  《${paper}》\n`),
    ...(anyPaper.length === 0
      ? []
      : [`  ${article}  ${anyPaper.map(paper => `《${paper}》`).join(' / ')}\n`]),
    ...facts.map(fact => `  ${article}  ${fact}\n`),
  ])
  const [zh, en] =
    owed.length > 0
      ? ['还须补齐（文件中已列为注释）：', 'still lacking, as comments in the file:']
      : ['材料齐备，可以提交。', 'nothing is lacking.']
  return {
    zh: `已写入 ${file}\n${zh}\n${owed.join('')}`,
    en: `wrote ${file}\n${en}\n${owed.join('')}`,
  }
}
