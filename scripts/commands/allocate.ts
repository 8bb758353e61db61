import { type Allocation, allocate as allocateNetworks } from '../../lib/allocate/index.ts'
import { NotEntered, placeOf, withNetworks } from '../../lib/allocate/manifest-networks.ts'
import { codes } from '../../lib/command-line/codes.ts'
import { type Finding, fileStart, finding, sortFindings, type Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { jurisdictionOf } from '../../lib/model/address.ts'
import type { Model } from '../../lib/model/model.ts'
import { families } from '../../lib/network/family.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { codes as readCodes, type SourceDocument } from '../../lib/read/index.ts'
import { zonePartTerm, zoneTerm } from '../../lib/term/index.ts'
import { type Command, CommandError, type Context, statusOf } from '../terminal/command.ts'
import { systemData, term } from '../terminal/json-parts.ts'
import { statusOfAnswer, tellLeftOut } from '../terminal/left-out.ts'
import { printed } from '../terminal/report.ts'
import { modelOf } from '../terminal/require-model.ts'
import { systemArgument, systemsAt } from '../terminal/systems.ts'
import { type LoadedRepository, loadRepository } from '../workspace/repository.ts'
import { rewrite } from '../workspace/rewrite.ts'
import { unseenNetworks } from '../workspace/unseen-networks.ts'

export const allocate: Command = {
  name: 'allocate',
  summary: {
    zh: '为还没有网段的系统分配网段；--write 写入清单',
    en: 'propose networks for systems that have none; --write enters them into the manifests',
  },
  arguments: [systemArgument],
  options: [
    {
      flags: '--write',
      summary: { zh: '写入清单，保留注释和格式', en: 'write them, keeping comments and layout' },
    },
    {
      flags: '--base <ref>',
      summary: {
        zh: '同时避开目标分支上他人已占用的网段；与之相撞的新网段重新分配',
        en: 'also leave alone what others hold on the target branch by now; a new network that meets one is given anew',
      },
    },
    {
      flags: '--only <version>',
      choices: ['ipv4', 'ipv6'],
      summary: {
        zh: '只分配这一 IP 版本，如纯 IPv6 的系统',
        en: 'give networks of this IP version alone, as for a system of IPv6 only',
      },
    },
    {
      flags: '--prefix <length>',
      summary: {
        zh: 'IPv4 前缀长度，如 27；不写则用地址池的默认值',
        en: 'length of the IPv4 prefix, such as 27; the pool says otherwise',
      },
    },
  ],
  examples: [
    { line: 'tenantry allocate', summary: { zh: '列出拟分配的网段', en: 'show what would be given' } },
    {
      line: 'tenantry allocate xishuangbanna --prefix 27',
      summary: { zh: '较小的网段', en: 'smaller networks' },
    },
    {
      line: 'tenantry allocate ningwu --base HEAD --write',
      summary: { zh: '避开目标分支上的网段', en: 'with an eye on the target branch' },
    },
    {
      line: 'tenantry allocate ningwu --write',
      summary: { zh: '写入清单，随后提交评审', en: 'write them, then open a pull request' },
    },
  ],
  run: async (context, { arguments: addresses, options }) => {
    const prefixLength = lengthOf(options.prefix)
    const repository = loadRepository(context, { check: false })
    const model = modelOf(repository)
    const unseen = unseenNetworks(context.root, repository)
    const systems = systemsAt(model, addresses)
    tellLeftOut(context, model)
    const { allocations, findings: lacking } = allocateNetworks(model, systems, {
      prefixLength,
      only: families.map(([family]) => family).find(family => family === options.only),
      unseen: unseen.networks,
      target: await targetOf(context, options.base, repository),
    })
    const inTheWay = sortFindings([...unseen.findings, ...lacking])
    const outcome = outcomeOf(options.write === true, inTheWay, allocations)
    if (outcome === 'written') writeInto(context, allocations)
    const findings = outcome === 'written' ? faultsAfter(context, allocations) : inTheWay
    context.stdout(
      context.json
        ? json(model, allocations, outcome, findings)
        : lines(context, model, allocations, outcome),
    )
    if (findings.length > 0 && !context.json) context.stderr(printed({ findings, files: [] }, text, context))
    return findings.length > 0 ? statusOf(findings) : statusOfAnswer(model, addresses)
  },
}

/** `refused`: something is in the way, so that not even the others are written. */
type Outcome = 'none' | 'proposed' | 'written' | 'refused'

function outcomeOf(
  write: boolean,
  inTheWay: readonly Finding[],
  allocations: readonly Allocation[],
): Outcome {
  if (inTheWay.length > 0 && (write || allocations.length === 0)) return 'refused'
  if (allocations.length === 0) return 'none'
  return write ? 'written' : 'proposed'
}

/** What is wrong with the manifests now that the networks stand in them: the check that every pull request goes through. */
function faultsAfter(context: Context, allocations: readonly Allocation[]): readonly Finding[] {
  const written = new Set(allocations.map(({ system }) => system.document.file))
  const { findings } = loadRepository(context)
  return findings.filter(({ file, severity }) => severity === 'error' && written.has(file))
}

async function targetOf(context: Context, base: unknown, repository: LoadedRepository) {
  if (typeof base !== 'string') return undefined
  const { targetNow } = await import('../workspace/target-now.ts')
  const target = targetNow(context, base, repository)
  if (target !== undefined) return target
  const shown = printable(base)
  throw new CommandError(codes.notInGit.code, {
    zh: `${shown} 的服务目录读不懂，不知他人占用哪些网段`,
    en: `the catalogue of ${shown} cannot be understood, so that nobody knows which networks others hold there`,
  })
}

function lengthOf(option: unknown): number | undefined {
  if (typeof option !== 'string') return undefined
  if (/^(?:[1-9]|[12][0-9]|3[0-2])$/.test(option)) return Number(option)
  throw new CommandError(codes.notAChoice.code, {
    zh: '--prefix 应为 1 到 32 的整数',
    en: '--prefix takes a number from 1 to 32',
  })
}

/** Every text is made before the first file is written, so that a manifest that cannot be edited stops all. */
function writeInto({ root }: Context, allocations: readonly Allocation[]): void {
  const byDocument = Map.groupBy(allocations, ({ system }) => system.document)
  rewrite(
    root,
    [...byDocument].map(([source, own]) => ({ source, text: editedText(source, own) })),
  )
}

/** @throws Refusal for a file that cannot be edited. */
function editedText({ file, text }: SourceDocument, own: readonly Allocation[]): string {
  const edited = entered(text, own)
  if (edited !== undefined) return edited
  const networks = own
    .map(one => `${[...placeOf(one), 'network', one.family].join('.')}: ${one.cidr}`)
    .join(', ')
  const shown = printable(file)
  const message = {
    zh: `${shown}：无法写入网段而不改动其他内容`,
    en: `${shown}: no network can be put in without changing something else`,
  }
  const fix = { message: { zh: `手工写入 ${networks}`, en: `enter ${networks} by hand` } }
  throw new Refusal(
    finding(readCodes.notEdited, { file, range: fileStart, path: [] }, { message, fix }),
    'findings',
  )
}

function entered(text: string, own: readonly Allocation[]): string | undefined {
  try {
    return withNetworks(text, own)
  } catch (error) {
    if (error instanceof NotEntered) return undefined
    throw error
  }
}

function json(
  model: Model,
  allocations: readonly Allocation[],
  outcome: Outcome,
  findings: readonly Finding[],
): string {
  const rows = allocations.map(({ system, zone, tier, ...rest }) => ({
    ...systemData(system),
    file: system.document.file,
    zone: term(zone, zoneTerm(model, zone, jurisdictionOf(system))),
    ...(tier === undefined ? {} : { tier }),
    ...rest,
  }))
  return jsonAnswer('allocations', { written: outcome === 'written', allocations: rows, findings })
}

function lines(
  { language }: Context,
  model: Model,
  allocations: readonly Allocation[],
  outcome: Outcome,
): string {
  const rows = allocations.map(({ system, zone, tier, cidr }) => {
    const where = zonePartTerm(model, { zone, tier }, jurisdictionOf(system))[language]
    return `${system.address}  ${where}  ${cidr}\n`
  })
  return rows.join('') + ends[outcome](rows.length)[language]
}

const ends: Readonly<Record<Outcome, (count: number) => Text>> = {
  none: () => ({ zh: '没有需要分配的网段\n', en: 'no network is lacking\n' }),
  proposed: count => ({
    zh: `拟分配 ${count} 个网段；加 --write 写入清单\n`,
    en: `${networks(count)} proposed; --write enters them\n`,
  }),
  written: count => ({ zh: `已写入 ${count} 个网段\n`, en: `${networks(count)} written\n` }),
  refused: () => ({
    zh: '有问题未解决，未写入任何清单\n',
    en: 'something is in the way: nothing was written\n',
  }),
}

function networks(count: number): string {
  return `${count} network${count === 1 ? '' : 's'}`
}
