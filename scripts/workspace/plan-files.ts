import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { textAt } from '../../lib/deliver/json.ts'
import { finding } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { Refusal } from '../../lib/finding/refusal.ts'
import { isolationCodes } from '../../lib/isolation/codes.ts'
import { readRegularFile } from '../../lib/read/file.ts'

/** A plan of the largest stack, with all that the provider tells, is a hundredth of it. */
const mostBytes = 64 * 1024 * 1024

/**
 * The plans in a folder, by the stacks that their files are called after: `<stack>.json`, as `terraform show -json` prints
 * one. @throws Refusal for a folder without any, and for a file that is no plan or of no stack.
 */
export function plansIn(folder: string, stacks: ReadonlySet<string>): ReadonlyMap<string, unknown> {
  const files = entriesOf(folder).filter(name => name.endsWith('.json'))
  if (files.length === 0)
    throw unusable(folder, { zh: '没有 <栈>.json 文件', en: 'it has no file <stack>.json' })
  return new Map(files.map(file => [basename(file, '.json'), planOf(join(folder, file), stacks)]))
}

function entriesOf(folder: string): readonly string[] {
  try {
    return readdirSync(folder).sort()
  } catch {
    throw unusable(folder, { zh: '无法读取该文件夹', en: 'the folder cannot be read' })
  }
}

function planOf(path: string, stacks: ReadonlySet<string>): unknown {
  if (!stacks.has(basename(path, '.json')))
    throw unusable(path, { zh: '没有这个名字的栈', en: 'no stack has this name' })
  const content = readRegularFile(path, mostBytes)
  const plan = 'bytes' in content ? parsed(new TextDecoder().decode(content.bytes)) : undefined
  const isPlan = textAt(plan, 'format_version')?.startsWith('1.') === true
  if (!isPlan)
    throw unusable(path, {
      zh: '不是 terraform show -json 的输出',
      en: 'it is not what `terraform show -json` prints',
    })
  return plan
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function unusable(path: string, why: { readonly zh: string; readonly en: string }): Refusal {
  const shown = printable(path)
  const message = { zh: `${shown}：${why.zh}`, en: `${shown}: ${why.en}` }
  return new Refusal(finding(isolationCodes.planUnusable, { machine: path }, { message }), 'usage')
}
