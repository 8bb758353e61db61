import type { Finding } from '../../lib/finding/finding.ts'
import { modelOfStacks } from '../../lib/isolation/from-stack.ts'
import { proveIsolation } from '../../lib/isolation/prove.ts'
import type { SynthesisedStack } from '../../lib/stack-policy/index.ts'
import { recordOf } from '../../lib/stack-policy/stack-view.ts'
import { jobsOf, type StackJob } from '../../stacks/job.ts'
import { synthesiseEach } from '../../stacks/synthesise.ts'
import { openSynthesisCache } from '../store/synthesis-cache.ts'
import {
  type Command,
  type Context,
  type ExitStatus,
  exitStatus,
  type Invocation,
  statusOf,
} from '../terminal/command.ts'
import { refused } from '../terminal/report.ts'
import { verdictData, verdictText } from '../terminal/verdicts.ts'
import { selected, stackOfJob } from '../terraform/stacks.ts'
import { outlineIn } from '../workspace/outline.ts'
import { loadRepository } from '../workspace/repository.ts'

export const prove: Command = {
  name: 'prove',
  summary: {
    zh: '由合成的栈证明系统之间的隔离：逐对说明不可达的原因，或者给出可达的报文和规则',
    en: 'prove from the stacks which systems reach each other: what keeps a pair apart, or a packet and its rules',
  },
  arguments: [
    {
      name: '[selector...]',
      summary: {
        zh: '只看涉及选中系统的各对，如 ningwu/jiaoyuju；不写则全部',
        en: 'only pairs with one of these systems, such as ningwu/jiaoyuju; without it, all',
      },
      complete: 'selector',
    },
  ],
  options: [],
  examples: [
    { line: 'tenantry prove', summary: { zh: '全部系统', en: 'all systems' } },
    {
      line: 'tenantry prove ningwu/jiaoyuju --json',
      summary: { zh: '一个单位的系统，供程序读取', en: 'the systems of a unit, for programs' },
    },
  ],
  run: proven,
}

async function proven(context: Context, invocation: Invocation): Promise<ExitStatus> {
  const loaded = loadRepository(context)
  if (loaded.model === undefined || statusOf(loaded.findings) !== exitStatus.clean)
    return refused(context, loaded)
  const jobs = jobsOf(outlineIn(loaded.model))
  const chosen = new Set(selected(jobs.map(stackOfJob), invocation.arguments).map(stack => stack.name))
  const { stacks, findings } = await stacksOf(context, jobs)
  if (findings.length > 0) return refused(context, { findings, files: [] })
  const model = modelOfStacks(stacks)
  const systems = new Set(jobs.filter(job => job.kind === 'system').map(job => job.name))
  const names = new Map(
    model.projects.flatMap(({ id, origin }) => (systems.has(origin.stack) ? [[id, origin.stack]] : [])),
  )
  const asked = new Set([...names].flatMap(([id, stack]) => (chosen.has(stack) ? [id] : [])))
  const proof = proveIsolation(model, [...names.keys()], asked)
  if (proof.findings.length > 0) return refused(context, { findings: proof.findings, files: [] })
  context.stdout(
    context.json
      ? `${JSON.stringify({ verdicts: proof.verdicts.map(verdict => verdictData(verdict, names)) }, null, 2)}\n`
      : verdictText(proof.verdicts, names, context.language),
  )
  return exitStatus.clean
}

/** All stacks, whatever is asked for: who reaches a system lies in those of others. */
async function stacksOf(
  context: Context,
  jobs: readonly StackJob[],
): Promise<{ stacks: readonly SynthesisedStack[]; findings: readonly Finding[] }> {
  const zoneClasses = new Map(jobs.map(job => [job.name, job.zone.class]))
  const stacks: SynthesisedStack[] = []
  const found: Finding[] = []
  const decoder = new TextDecoder()
  for await (const { name, bytes, findings } of synthesiseEach(jobs, {
    cache: openSynthesisCache(context),
  })) {
    found.push(...findings)
    const parsed: unknown = JSON.parse(decoder.decode(bytes))
    const zoneClass = zoneClasses.get(name)
    if (zoneClass !== undefined) stacks.push({ name, zoneClass, configuration: recordOf(parsed), parts: 0 })
  }
  return { stacks, findings: found }
}
