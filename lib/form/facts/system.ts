import type { SystemManifest } from '../../../generated/types/system.ts'
import { usesDedicatedPool } from '../../entitlement/index.ts'
import { stateOf } from '../../lifecycle/index.ts'
import { entryOf } from '../../model/entry.ts'
import { amountInFigures, amountInWords, parseAmount } from '../../money/amount.ts'
import { exchangeEnds } from '../../network/exposure.ts'
import { families } from '../../network/family.ts'
import type { VocabularyName } from '../../vocabulary/index.ts'
import { chineseDate } from '../date.ts'
import {
  answered,
  answers,
  type Fact,
  type Facts,
  type FactValue,
  ofSystem,
  plain,
  type Words,
  worded,
  wordOn,
} from '../fact.ts'
import { chineseNumeral } from '../numeral.ts'
import { wayText } from '../openings.ts'
import { termText } from '../services.ts'
import type { Subject } from '../subject.ts'
import { contactMembers } from './unit.ts'
import { zoneNames } from './zones.ts'

const pools: Words = { shared: '共享资源池', dedicated: '专属资源池' }

const levels: Words = Object.fromEntries(
  [1, 2, 3, 4, 5].map(level => [`level-${level}`, `第${chineseNumeral(level)}级`]),
)

const contactRoles = [
  ['responsible', '系统负责人'],
  ['administration', '应用系统管理人员'],
  ['secrecy', '安全保密人员'],
  ['audit', '安全审计人员'],
  ['security', '安全管理负责人'],
  ['emergency', '紧急联系人'],
] as const

type Read = (manifest: SystemManifest) => string | undefined

const text = (label: string, read: Read): Fact => ofSystem(label, ({ system }) => plain(read(system.value)))

const date = (label: string, read: Read): Fact =>
  ofSystem(
    label,
    ({ system }) => {
      const on = read(system.value)
      return plain(on === undefined ? undefined : chineseDate(on))
    },
    { shape: 'date' },
  )

const word = (label: string, words: VocabularyName, read: (manifest: SystemManifest) => string): Fact =>
  ofSystem(label, ({ system }, subject) => wordOn(subject, words, read(system.value)), { words })

const list = (label: string, words: Words, read: Read): Fact =>
  ofSystem(label, ({ system }) => worded(words, read(system.value)), { codes: Object.keys(words) })

const answer = (
  label: string,
  yes: string,
  no: string,
  read: (manifest: SystemManifest) => boolean | undefined,
): Fact => ofSystem(label, ({ system }) => answered(read(system.value), yes, no), { codes: answers })

const amount = (label: string, read: Read): Fact =>
  ofSystem(label, ({ system }) => {
    const yuan = read(system.value)
    return plain(yuan === undefined ? undefined : amountInFigures(parseAmount(yuan)))
  })

const amountWords = (label: string, read: Read): Fact =>
  ofSystem(label, ({ system }) => {
    const yuan = read(system.value)
    return plain(yuan === undefined ? undefined : amountInWords(parseAmount(yuan)))
  })

function counted(quantity: number | undefined, unit: string): string | undefined {
  return quantity === undefined ? undefined : `${quantity}${unit}`
}

const contacts = contactRoles.flatMap(([role, roleName]) =>
  contactMembers.map(([member, memberName]): readonly [string, Fact] => [
    `system.contacts.${role}.${member}`,
    text(`${roleName}${memberName}`, ({ contacts }) => contacts[role]?.[member]),
  ]),
)

/** One line a zone: its networks. */
function networks(manifest: SystemManifest, subject: Subject): FactValue | undefined {
  const names = zoneNames(subject)
  const lines = Object.entries(manifest.zones).flatMap(([zone, { network }]) => {
    if (network === undefined) return []
    const own = families.flatMap(([family]) => network[family] ?? [])
    return [`${names(zone)}：${own.join('、')}`]
  })
  return plain(lines.join('\n'))
}

/** One line an exchange: between which zones, through which gateway, by whose authority. */
function exchanges(manifest: SystemManifest, subject: Subject): FactValue | undefined {
  const names = zoneNames(subject)
  const gateways = subject.model.catalogue.platform.value.gateways ?? []
  const lines = (manifest.exchange ?? []).map(line => {
    const { through, protocol, ports, authorisedBy } = line
    const gateway = gateways.find(({ id }) => id === through)?.name ?? through
    return `${wayText(exchangeEnds(line), names)}，经${gateway}，${protocol.toUpperCase()} ${ports.join('、')}（${authorisedBy}）`
  })
  return plain(lines.join('\n'))
}

/** What a system's manifest says of it. */
export const systemFacts: Facts = {
  'system.name': text('信息系统名称', ({ metadata }) => metadata.name),
  'system.description': text('系统概况', ({ metadata }) => metadata.description?.trim()),
  'system.origin': word('系统类型', 'origins', ({ origin }) => origin),
  'system.classified': answer('是否涉密', '涉密', '非涉密', ({ classified }) => classified),
  'system.dataInCountry': answer('数据是否仅存放于境内', '是', '否', ({ dataInCountry }) => dataInCountry),
  'system.purpose': word('系统用途', 'purposes', ({ purpose }) => purpose),
  'system.commercialUse': answer('是否商业用途', '是', '否', ({ commercialUse }) => commercialUse ?? false),
  'system.important': answer('是否重要应用系统', '是', '否', ({ important }) => important ?? false),
  'system.mlps.level': list('等级保护级别', levels, ({ mlps }) => `level-${mlps.level}`),
  'system.mlps.filing': text('等级保护备案证明编号', ({ mlps }) => mlps.filing),
  'system.mlps.assessed': date('等级保护测评日期', ({ mlps }) => mlps.assessed),
  'system.cryptography.assessed': date(
    '密码应用安全性评估日期',
    ({ cryptography }) => cryptography?.assessed,
  ),
  'system.domestic': answer('信创适配', '已完成', '未完成', ({ domestic }) => domestic.adapted),
  'system.domestic.exception': text('未完成信创适配的理由', ({ domestic }) => domestic.exception?.trim()),
  'system.icp': answer('ICP备案', '需要', '不需要', ({ icp }) => icp?.required ?? false),
  'system.icp.number': text('ICP备案号', ({ icp }) => icp?.number),
  'system.load': word('业务负载特征', 'loads', ({ load }) => load?.pattern ?? 'steady'),
  'system.load.plan': text('资源使用计划', ({ load }) => load?.plan.trim()),
  'system.project.approval': text('立项批复文号', ({ project }) => project?.approval),
  'system.project.builder': text('承建单位', ({ project }) => project?.builder),
  'system.project.responsible': text('项目责任人', ({ project }) => project?.responsible),
  'system.project.period.from': date('项目建设期起', ({ project }) => project?.period?.from),
  'system.project.period.to': date('项目建设期止', ({ project }) => project?.period?.to),
  'system.project.budget.approved': amount('批复概算', ({ project }) => project?.budget?.approved),
  'system.project.budget.approved.words': amountWords(
    '批复概算大写',
    ({ project }) => project?.budget?.approved,
  ),
  'system.project.budget.current': amount('当前投资', ({ project }) => project?.budget?.current),
  'system.operation.goLive': date('计划上线日期', ({ operation }) => operation?.goLive),
  'system.operation.term': text('使用期限', ({ operation }) => termText(operation?.term ?? {})),
  'system.operation.users': text('用户数量', ({ operation }) => counted(operation?.users, '人')),
  'system.operation.data': text('数据量', ({ operation }) => counted(operation?.dataGb, 'GB')),
  'system.zones': ofSystem('部署区域', ({ system }, subject) =>
    plain(Object.keys(system.value.zones).map(zoneNames(subject)).join('、')),
  ),
  'system.pool': ofSystem(
    '资源池',
    ({ system }, { model }) => {
      const dedicated = usesDedicatedPool(model.catalogue.platform.value, system.value.zones)
      return worded(pools, dedicated ? 'dedicated' : 'shared')
    },
    { codes: Object.keys(pools) },
  ),
  'system.networks': ofSystem('网段', ({ system }, subject) => networks(system.value, subject)),
  'system.exchange': ofSystem('跨区数据交换', ({ system }, subject) => exchanges(system.value, subject)),
  'system.state': ofSystem('办理状态', ({ system }, { model, profile }) => {
    const { state } = stateOf(profile, system.value.history, model.asOf)
    return plain(entryOf(profile.lifecycle.states, state)?.name)
  }),
  ...Object.fromEntries(contacts),
}
