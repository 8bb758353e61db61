import { displayWidth } from '../../lib/finding/printable.ts'
import { entryOf } from '../../lib/model/entry.ts'
import type { Model } from '../../lib/model/model.ts'
import { billingInWords } from '../../lib/summary/billing-summary.ts'
import type { GrantSummary, LineSummary, SystemSummary } from '../../lib/summary/system-summary.ts'
import type { Command, Context } from '../terminal/command.ts'
import { inheritedLines, plainOpenings } from '../terminal/inherited-lines.ts'
import { systemArgument } from '../terminal/systems.ts'

export const show: Command = {
  name: 'show',
  summary: {
    zh: '各系统获得了什么：授予的服务、网络、配额和费用',
    en: 'what each system has been given: granted services, networks, quotas, and what they cost',
  },
  arguments: [systemArgument],
  options: [],
  examples: [
    { line: 'tenantry show', summary: { zh: '全部系统', en: 'all systems' } },
    {
      line: 'tenantry show xishuangbanna/rensheju',
      summary: { zh: '一个单位的系统', en: 'the systems of a unit' },
    },
    {
      line: 'tenantry show --at 2026-06-30 --json',
      summary: { zh: '某日的授予，供程序读取', en: 'what was granted on a day, for programs' },
    },
  ],
  run: async (context, { arguments: addresses }) => {
    const [{ requireModel }, { outlineIn }, { systemsAt }, { statusOfAnswer }, { systemSummaries }] =
      await Promise.all([
        import('../terminal/require-model.ts'),
        import('../workspace/outline.ts'),
        import('../terminal/systems.ts'),
        import('../terminal/left-out.ts'),
        import('../../lib/summary/system-summary.ts'),
      ])
    const model = requireModel(context)
    const systems = systemSummaries(model, outlineIn(model), systemsAt(model, addresses))
    context.stdout(
      context.json
        ? `${JSON.stringify(systems.map(plain), null, 2)}\n`
        : systems.map(system => shown(system, model, context)).join('\n'),
    )
    return statusOfAnswer(model, addresses)
  },
}

function plain({ inherited, ...system }: SystemSummary) {
  return { ...system, inherited: plainOpenings(inherited) }
}

function shown(system: SystemSummary, model: Model, context: Context): string {
  const words = labels[context.language]
  const head = `${system.address}  ${system.name}  ${words.mlps(system.mlps)}  ${system.state}`
  const grants = system.grants.flatMap(grant => grantLines(grant, model, context))
  const fees = system.fees.text[context.language]
  return `${[
    head,
    ...(grants.length === 0 ? [`  ${words.nothing}`] : grants),
    ...(fees === '' ? [] : [`  ${words.fees}${fees}`]),
    ...billingLines(system, context.language),
    ...inheritedLines(system.inherited, context.language),
  ].join('\n')}\n`
}

function billingLines({ billing, grants }: SystemSummary, language: Context['language']): string[] {
  if (billing === undefined || (billing.days === undefined && grants.length === 0)) return []
  return billingInWords(billing).map(line => `  ${line[language]}`)
}

function grantLines(grant: GrantSummary, model: Model, { language }: Context): string[] {
  const words = labels[language]
  const zone = entryOf(model.catalogue.platform.value.zones, grant.zone)
  const pool = zone && entryOf(zone.pools, grant.pool)
  return [
    `  ${zone?.name[language] ?? grant.zone} · ${pool?.name[language] ?? grant.pool}`,
    ...itemLines(grant.lines, language),
    ...(grant.record === undefined ? [`    ${words.waiting}`] : recordLines(grant.record, language)),
  ]
}

function itemLines(lines: readonly LineSummary[], language: Context['language']): string[] {
  const width = Math.max(0, ...lines.map(({ item }) => displayWidth(item)))
  return lines.map(
    ({ item, name, quantity, unit }) =>
      `    ${item.padEnd(width)}  ${quantity} ${unit[language]}  ${name[language]}`,
  )
}

function recordLines(record: NonNullable<GrantSummary['record']>, language: Context['language']): string[] {
  const words = labels[language]
  const { compute, blockStorage } = record.quota
  return [
    `    ${words.quota(compute.cores, compute.ramMib / 1024, blockStorage.gigabytes)}`,
    ...record.networks.map(({ cidr, addressPool }) => `    ${words.network}${cidr}  ${addressPool}`),
    ...(record.uplink === undefined ? [] : [`    ${words.uplink}${record.uplink.bandwidthKbps / 1000} Mbps`]),
  ]
}

const labels = {
  zh: {
    mlps: (level: number) => `等保${level}级`,
    nothing: '当前无授予',
    waiting: '云上无资源',
    quota: (cores: number, ramGib: number, volumeGib: number) =>
      `配额：${cores} 核，内存 ${ramGib} GiB，块存储 ${volumeGib} GiB`,
    network: '网段：',
    uplink: '出口带宽：',
    fees: '费用标准合计：',
  },
  en: {
    mlps: (level: number) => `MLPS ${level}`,
    nothing: 'nothing is granted',
    waiting: 'nothing stands in the cloud',
    quota: (cores: number, ramGib: number, volumeGib: number) =>
      `quota: ${cores} cores, ${ramGib} GiB of memory, ${volumeGib} GiB of block storage`,
    network: 'network: ',
    uplink: 'uplink: ',
    fees: 'by the fee standards: ',
  },
} as const
