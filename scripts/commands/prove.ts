import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import type { ExtractedModel } from '../../lib/check/index.ts'
import type { AnyFinding } from '../../lib/finding/finding.ts'
import { text } from '../../lib/finding/printers/text.ts'
import { isolationCodes } from '../../lib/isolation/codes.ts'
import type { Given } from '../../lib/isolation/grant.ts'
import { sharedReader } from '../../lib/isolation/group-rules.ts'
import { heldBeliefs } from '../../lib/isolation/held-beliefs.ts'
import type { HeldBelief } from '../../lib/isolation/judge.ts'
import type { IsolationModel } from '../../lib/isolation/model.ts'
import { type Proof, proveIsolation } from '../../lib/isolation/prove.ts'
import { grantsAbsent, nothingSeen } from '../../lib/isolation/seen.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { type ProofGround, type Proven, proofContent, proofPage } from '../../lib/proof-page/index.ts'
import { givenBy } from '../../stacks/given.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import {
  type Command,
  CommandError,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
  statusOf,
} from '../terminal/command.ts'
import { printed, refused, writeAsAsked } from '../terminal/report.ts'
import { reportOptions } from '../terminal/report-options.ts'
import { tierData, tierLines } from '../terminal/tier-verdicts.ts'
import { verdictData, verdictText } from '../terminal/verdicts.ts'
import { selected, stackOfJob } from '../terraform/stacks.ts'
import { jobsAround, modelOfJobs } from '../workspace/isolation.ts'
import { outlineIn } from '../workspace/outline.ts'
import { toolVersion } from '../workspace/package-root.ts'
import { plansIn } from '../workspace/plan-files.ts'
import { loadRepository } from '../workspace/repository.ts'
import { writeNamed } from '../workspace/write-file.ts'

export const prove: Command = {
  name: 'prove',
  summary: {
    zh: '由合成的栈逐条证明目录中的隔离要求，并说明系统两两之间可达与否及其原因',
    en: 'prove from the stacks what the catalogue believes of the isolation, and which systems reach each other and why',
  },
  arguments: [
    {
      name: '[selector...]',
      summary: {
        zh: '只看选中的系统及其规则所涉及的系统，如 ningwu/jiaoyuju；不写则全部',
        en: 'only these systems and those that their rules name, such as ningwu/jiaoyuju; without it, all',
      },
      complete: 'selector',
    },
  ],
  options: [
    {
      flags: '--live',
      summary: {
        zh: '读取所选分区的整个云（只读），证明实际存在的内容，如 --live zone:internet',
        en: 'read the whole clouds of the chosen zones, changing nothing, and prove what exists, such as --live zone:internet',
      },
    },
    {
      flags: '--plans <dir>',
      summary: {
        zh: '对文件夹中有计划（<栈>.json，terraform show -json 的输出）的栈，证明计划之后的内容',
        en: 'of stacks with a plan in this folder (<stack>.json, as terraform show -json prints it), prove what is planned',
      },
    },
    {
      flags: '--page <file>',
      summary: {
        zh: '把证明写成网页：分区和系统的图、可达矩阵、逐条结论和所依据内容的摘要',
        en: 'write the proof as a page: zones and systems drawn, who reaches whom, verdicts, and digests of what it is of',
      },
    },
    ...reportOptions,
  ],
  examples: [
    { line: 'tenantry prove', summary: { zh: '全部系统', en: 'all systems' } },
    {
      line: 'tenantry prove ningwu/jiaoyuju --json',
      summary: { zh: '一个单位的系统，供程序读取', en: 'the systems of a unit, for programs' },
    },
    {
      line: 'tenantry prove --live zone:internet',
      summary: { zh: '一个分区的云中实际存在的内容', en: 'what exists in the cloud of a zone' },
    },
    {
      line: 'tenantry prove --page proof.html',
      summary: { zh: '供测评和主管部门查阅的网页', en: 'a page for assessors and authorities' },
    },
    {
      line: 'tenantry prove --format sarif --out isolation.sarif',
      summary: { zh: '为代码扫描平台写出 SARIF', en: 'write SARIF for code scanning' },
    },
  ],
  run: proven,
}

async function proven(context: Context, invocation: Invocation): Promise<ExitStatus> {
  refuseBoth(invocation)
  const loaded = loadRepository(context)
  const { model } = loaded
  if (model === undefined || statusOf(loaded.findings) !== exitStatus.clean) return refused(context, loaded)
  const all = jobsOf(outlineIn(model))
  const looked =
    invocation.options.live === true
      ? await lookedLive(context, all, invocation.arguments)
      : await lookedIn(context, model, all, invocation)
  if ('refused' in looked) return refused(context, { findings: looked.refused, files: [] })
  const { given, isolation, findings, isWhole } = looked
  const chosen = new Set([...given.projects.values()].map(({ jurisdiction }) => jurisdiction))
  // Of some systems, what is believed of others says nothing, and that is no fault of the belief.
  const isAsked = ({ jurisdiction }: HeldBelief) =>
    isWhole || jurisdiction === undefined || chosen.has(jurisdiction)
  const proof = proveIsolation(isolation, given, heldBeliefs(model.catalogue).filter(isAsked))
  const found = [...findings, ...proof.findings.filter(({ code }) => isWhole || code !== ofNothing)]
  if (typeof invocation.options.page === 'string')
    writePage(context, invocation.options.page, model, {
      ...looked,
      proof,
      findings: found,
      addresses: new Map(
        all.flatMap(({ name, address }) => (address === undefined ? [] : [[name, address]])),
      ),
    })
  tell(context, invocation, { ...proof, findings: found }, given)
  return looked.isBroken ? exitStatus.environment : statusOf(found)
}

/** A cloud has nothing of a plan yet: with both, one of them would not be looked at. */
function refuseBoth({ options }: Invocation): void {
  if (options.live !== true || options.plans === undefined) return
  throw new CommandError(isolationCodes.planUnusable.code, {
    zh: '--live 看云中已有的内容，不看计划；--live 和 --plans 只能写一个',
    en: '--live looks at what exists and at no plan; give --live or --plans, not both',
  })
}

const ofNothing = isolationCodes.beliefOfNothing.code

interface Looked {
  readonly given: Given
  readonly isolation: IsolationModel
  readonly findings: readonly AnyFinding[]
  /** Whether every system was looked at. */
  readonly isWhole: boolean
  /** Whether a cloud could not be read. */
  readonly isBroken: boolean
  readonly ground: ProofGround
  /** sha256 of the JSON of each stack that was read, in hex, by its name. */
  readonly stacks: ReadonlyMap<string, string>
}

function writePage(context: Context, file: string, model: ExtractedModel, proven: Proven): void {
  const content = proofContent(model, proven, context.today, toolVersion())
  writeNamed(resolve(context.cwd, file), proofPage(content))
}

async function lookedIn(
  context: Context,
  model: ExtractedModel,
  all: readonly StackJob[],
  { arguments: selectors, options }: Invocation,
): Promise<Looked | { readonly refused: readonly AnyFinding[] }> {
  const read = sharedReader()
  const jobs = chosenFrom(all, selectors, chosen => jobsAround(model, all, chosen))
  const names = new Set(jobs.map(({ name }) => name))
  const plans =
    typeof options.plans === 'string' ? plansIn(resolve(context.cwd, options.plans), names) : undefined
  const digests = new Map<string, string>()
  const isPage = options.page !== undefined
  const stacks = await modelOfJobs(context, jobs, read, plans, (name, bytes) => {
    if (isPage) digests.set(name, createHash('sha256').update(bytes).digest('hex'))
  })
  if (stacks.findings.length > 0) return { refused: stacks.findings }
  return {
    given: stacks.given,
    isolation: stacks.model,
    findings: [],
    isWhole: selectors.length === 0,
    isBroken: false,
    ground: plans === undefined ? 'stacks' : 'plans',
    stacks: new Map([...digests].sort()),
  }
}

/** Whole clouds: who reaches a system of one may be anybody in it. */
async function lookedLive(
  context: Context,
  all: readonly StackJob[],
  selectors: readonly string[],
): Promise<Looked> {
  const read = sharedReader()
  const zones = new Set(selected(all.map(stackOfJob), selectors).map(({ zone }) => zone))
  const asked = new Map(all.flatMap(({ zone }) => (zones.has(zone.id) ? [[zone.id, zone]] : [])))
  const beat = context.heart.begin({ zh: '读取各分区的云', en: 'reading the clouds of the zones' })
  const { modelOfClouds } = await import('../terraform/live-model.ts')
  const live = await modelOfClouds(context, [...asked.values()], read).finally(beat.end)
  const given = givenBy(
    all.filter(({ zone }) => live.zones.has(zone.id)),
    read,
  )
  const blind = nothingSeen(live.model, given)
  const unseen = blind.length > 0 ? blind : grantsAbsent(live.model, given)
  return {
    given,
    isolation: live.model,
    findings: [...live.broken, ...live.closed, ...live.shared, ...unseen],
    isWhole: selectors.length === 0 && live.broken.length === 0,
    isBroken: live.broken.length > 0,
    ground: 'clouds',
    stacks: new Map(),
  }
}

function chosenFrom(
  jobs: readonly StackJob[],
  selectors: readonly string[],
  around: (chosen: ReadonlySet<string>) => readonly StackJob[],
): readonly StackJob[] {
  if (selectors.length === 0) return jobs
  return around(new Set(selected(jobs.map(stackOfJob), selectors).map(({ name }) => name)))
}

function tell(context: Context, { options }: Invocation, proof: Proof, given: Given): void {
  const { findings } = proof
  const found = { findings, files: [] }
  if (writeAsAsked(context, options, found)) return
  if (context.json) {
    context.stdout(
      jsonAnswer('isolation', {
        ...verdictData(proof, given),
        tiers: tierData(proof.tiers, given),
        findings,
      }),
    )
    return
  }
  const tiers = tierLines(proof.tiers, given, context.language)
  context.stdout(verdictText(proof, given, context.language) + tiers.map(line => `${line}\n`).join(''))
  if (findings.length > 0) context.stderr(printed(found, text, context))
}
