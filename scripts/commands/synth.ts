import { existsSync, readdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { stackPolicyCodes } from '../../lib/stack-policy/index.ts'
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
import { tellFindings } from '../terminal/report.ts'
import { selected, stackOfJob } from '../terraform/stacks.ts'
import { outlineIn } from '../workspace/outline.ts'
import { requirePlain, requirePlainOutput } from '../workspace/plain-output.ts'
import { loadRepository } from '../workspace/repository.ts'
import { writeStacks } from '../workspace/write-stacks.ts'

export const synth: Command = {
  name: 'synth',
  summary: {
    zh: '合成 Terraform 栈：每个平台、单位、系统和分区一个，核验后一次写出',
    en: 'make the Terraform stacks, one for each platform, unit and system in each zone; proven, then written at once',
  },
  arguments: [
    {
      name: '[selector...]',
      summary: {
        zh: '只合成选中的栈，如 platform、ningwu/jiaoyuju、system:*/*/*@internet；不写则全部',
        en: 'only these stacks, such as platform, ningwu/jiaoyuju or system:*/*/*@internet; without it, all',
      },
      complete: 'selector',
    },
  ],
  options: [
    {
      flags: '--out <dir>',
      summary: {
        zh: '写到此文件夹并整体替换，默认为数据仓库的 .tenantry/out',
        en: 'write to this folder, replacing it whole; .tenantry/out of the data repository by default',
      },
    },
  ],
  examples: [
    { line: 'tenantry synth', summary: { zh: '合成全部栈', en: 'make all stacks' } },
    {
      line: 'tenantry synth ningwu/jiaoyuju --out stacks.out',
      summary: { zh: '一个单位的栈，写到别处', en: 'the stacks of a unit, written elsewhere' },
    },
    {
      line: 'tenantry synth platform --at 2026-06-30 --json',
      summary: { zh: '某日的平台栈，供程序读取', en: 'the platform stacks of a day, for programs' },
    },
  ],
  run: synthesised,
}

async function synthesised(context: Context, invocation: Invocation): Promise<ExitStatus> {
  const folder = outputFolder(context, invocation)
  const loaded = loadRepository(context)
  if (loaded.model === undefined || statusOf(loaded.findings) !== exitStatus.clean) {
    tellFindings(context, loaded)
    return exitStatus.findings
  }
  const chosen = chosenFrom(jobsOf(outlineIn(loaded.model)), invocation.arguments)
  const findings = await writeStacks(context, folder, chosen)
  if (findings.length > 0) {
    tellFindings(context, { findings, files: [] })
    return exitStatus.findings
  }
  context.stdout(summary(context, folder, chosen))
  return exitStatus.clean
}

function summary({ json, language }: Context, folder: string, jobs: readonly StackJob[]): string {
  if (json) {
    const stacks = jobs.map(({ name, kind, zone, after }) => ({ name, kind, zone: zone.id, after }))
    return jsonAnswer('stacks', { directory: folder, stacks })
  }
  const count = (kind: StackJob['kind']) => jobs.filter(job => job.kind === kind).length
  const [platforms, units, systems] = [count('platform'), count('unit'), count('system')]
  return {
    zh: `已合成 ${jobs.length} 个栈（平台 ${platforms}、单位 ${units}、系统 ${systems}）：${folder}\n`,
    en: `made ${jobs.length} stacks (platform ${platforms}, unit ${units}, system ${systems}): ${folder}\n`,
  }[language]
}

/** The folder is replaced whole, so it must be one that is not there yet, is empty, or was made this way. */
function outputFolder(context: Context, { options }: Invocation): string {
  const named = typeof options.out === 'string' ? resolve(context.cwd, options.out) : undefined
  if (named === undefined) requirePlainOutput(context.root)
  else requirePlain([named, join(named, 'stacks')])
  const folder = named ?? join(context.root, '.tenantry/out')
  if (!existsSync(folder) || isOutput(folder)) return folder
  const shown = printable(folder)
  throw new CommandError(stackPolicyCodes.outputOccupied.code, {
    zh: `${shown} 不是合成输出，不会被替换；请换一个文件夹`,
    en: `${shown} holds something else than stacks and is not replaced; name another folder`,
  })
}

function isOutput(folder: string): boolean {
  try {
    const entries = readdirSync(folder)
    if (entries.includes('manifest.json') && entries.includes('stacks')) return true
    // The library makes an empty `stacks` by itself where the `cdktf` command line wants its output.
    return entries.every(name => name === 'stacks' && readdirSync(join(folder, name)).length === 0)
  } catch {
    return false
  }
}

/** The stacks that the selectors name; all without any. */
function chosenFrom(jobs: readonly StackJob[], selectors: readonly string[]): readonly StackJob[] {
  const names = new Set(selected(jobs.map(stackOfJob), selectors).map(stack => stack.name))
  return jobs.filter(job => names.has(job.name))
}
