import { partsWithNetworks } from '../../lib/desired-state/index.ts'
import { displayWidth } from '../../lib/finding/printable.ts'
import { stateOf } from '../../lib/lifecycle/index.ts'
import type { Model } from '../../lib/model/model.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { billingInWords } from '../../lib/summary/billing-summary.ts'
import type { GrantSummary, LineSummary, SystemSummary } from '../../lib/summary/system-summary.ts'
import { poolName, stateTerm, zoneTerm } from '../../lib/term/index.ts'
import type { Command, Context } from '../terminal/command.ts'
import { evidenceData, evidenceLine, unrecordedLines } from '../terminal/evidence-lines.ts'
import { inheritedLines } from '../terminal/inherited-lines.ts'
import { paperLines } from '../terminal/paper-lines.ts'
import { systemSummaryData } from '../terminal/system-data.ts'
import { systemArgument } from '../terminal/systems.ts'

export const show: Command = {
  name: 'show',
  summary: {
    zh: '各系统核定的资源：服务、网络、配额和费用',
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
      summary: { zh: '某日核定的资源，供程序读取', en: 'what was granted on a day, for programs' },
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
        ? jsonAnswer('systems', {
            asOf: model.asOf,
            ...evidenceData(model),
            systems: systems.map(system => systemSummaryData(model, system)),
          })
        : systems.map(system => shown(system, model, context)).join('\n') +
            evidenceLine(model, context.language),
    )
    return statusOfAnswer(model, addresses)
  },
}

function shown(system: SystemSummary, model: Model, context: Context): string {
  const words = labels[context.language]
  const { jurisdiction, state } = standingOf(model, system)
  const head = `${system.address}  ${system.name}  ${words.mlps(system.mlps)}  ${state[context.language]}`
  const grants = system.grants.flatMap(grant => grantLines(grant, jurisdiction, model, context))
  const fees = system.fees.text[context.language]
  return `${[
    head,
    ...unrecordedLines(model, model.systemByAddress.get(system.address), context.language),
    ...paperLines(model, model.systemByAddress.get(system.address), context.language),
    ...(grants.length === 0 ? [`  ${words.nothing}`] : grants),
    ...(fees === '' ? [] : [`  ${words.fees}${fees}`]),
    ...billingLines(system, context.language),
    ...inheritedLines(model, jurisdiction, system.inherited, context.language),
  ].join('\n')}\n`
}

function billingLines({ billing, grants }: SystemSummary, language: Context['language']): string[] {
  if (billing === undefined || (billing.days === undefined && grants.length === 0)) return []
  return billingInWords(billing).map(line => `  ${line[language]}`)
}

function standingOf(model: Model, { address, state }: SystemSummary) {
  const system = model.systemByAddress.get(address)
  const jurisdiction = system?.value.metadata.jurisdiction ?? ''
  const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
  if (system === undefined || profile === undefined) return { jurisdiction, state: { zh: state, en: state } }
  return { jurisdiction, state: stateTerm(profile, stateOf(profile, system.value.history, model.asOf).state) }
}

function grantLines(
  grant: GrantSummary,
  jurisdiction: string,
  model: Model,
  { language }: Context,
): string[] {
  const words = labels[language]
  const zone = zoneTerm(model, grant.zone, jurisdiction)[language]
  const pool = poolName(model, grant.zone, grant.pool)[language]
  return [
    `  ${zone} · ${pool}`,
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
    ...partsWithNetworks(record).flatMap(({ tier, networks }) =>
      networks.map(({ cidr, addressPool }) => `    ${words.network(tier)}${cidr}  ${addressPool}`),
    ),
    ...(record.uplink === undefined ? [] : [`    ${words.uplink}${record.uplink.bandwidthKbps / 1000} Mbps`]),
  ]
}

const labels = {
  zh: {
    mlps: (level: number) => `等保${level}级`,
    nothing: '没有使用中的资源',
    waiting: '云上尚无资源',
    quota: (cores: number, ramGib: number, volumeGib: number) =>
      `配额：${cores} 核，内存 ${ramGib} GiB，块存储 ${volumeGib} GiB`,
    network: (tier: string | undefined) => (tier === undefined ? '网段：' : `${tier} 层网段：`),
    uplink: '出口带宽：',
    fees: '费用标准合计：',
  },
  en: {
    mlps: (level: number) => `MLPS ${level}`,
    nothing: 'nothing is granted',
    waiting: 'nothing stands in the cloud',
    quota: (cores: number, ramGib: number, volumeGib: number) =>
      `quota: ${cores} cores, ${ramGib} GiB of memory, ${volumeGib} GiB of block storage`,
    network: (tier: string | undefined) => (tier === undefined ? 'network: ' : `network of tier ${tier}: `),
    uplink: 'uplink: ',
    fees: 'by the fee standards: ',
  },
} as const
