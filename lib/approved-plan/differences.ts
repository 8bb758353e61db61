// What has become different since a plan was approved, in words.
import { isDeepStrictEqual } from 'node:util'
import { isRecord } from '../deliver/json.ts'
import type { StackPlan } from '../deliver/plan.ts'
import { type Finding, finding, type MachinePlace, type StackPlace, type Text } from '../finding/finding.ts'
import { printable } from '../finding/printable.ts'
import { type ApprovedPlan, type ApprovedResource, approvedResources } from './approved-plan.ts'
import { approvedPlanCodes } from './codes.ts'

/** One value that is not as it was approved; undefined on a side where there is none. */
interface Difference {
  readonly path: readonly string[]
  readonly approved: unknown
  readonly now: unknown
}

/**
 * Each difference between a plan that was approved and the one that is made now, at its stack and resource. The digests of
 * configurations count only where nothing else tells what became different in a stack.
 * @param file of the plan that was approved
 */
export function differencesSince(
  file: string,
  approved: ApprovedPlan,
  now: ApprovedPlan,
): readonly Finding<StackPlace | MachinePlace>[] {
  const all = differences([], { ...approved, digest: '' }, { ...now, digest: '' })
  const told = new Set(all.filter(({ path }) => path[2] === 'resources').map(({ path }) => path[1]))
  return all
    .filter(({ path }) => !(path[2] === 'configuration' && told.has(path[1])))
    .map(difference =>
      finding<StackPlace | MachinePlace>(approvedPlanCodes.planDiffers, placeOf(file, difference), {
        message: messageFor(difference),
      }),
    )
}

/**
 * What a stack's plan would do beyond the one that was agreed to just before: less is no matter, for part of it may be
 * done. What was only to be known later may be anything by now, and what exists already may be taken up instead of made.
 */
export function beyondAgreed(
  stack: string,
  agreed: StackPlan,
  now: StackPlan,
): readonly Finding<StackPlace>[] {
  const was = approvedResources(agreed)
  return Object.entries(approvedResources(now)).flatMap(([address, resource]) => {
    const before = own(was, address)
    if (isRecord(before) && before.action === 'create' && resource.action.startsWith('import')) return []
    return differences(['stacks', stack, 'resources', address], before, resource)
      .filter(difference => !wasUnknown(was[address], difference))
      .map(difference =>
        finding(approvedPlanCodes.planDiffers, { stack, address }, { message: messageFor(difference) }),
      )
  })
}

/** Whether nobody could tell the value, or what it is a part of. */
function wasUnknown(resource: ApprovedResource | undefined, { path }: Difference): boolean {
  const value = path[5]
  if (value === undefined) return false
  return Object.entries(resource?.values ?? {}).some(
    ([name, { after }]) => after === '(unknown)' && isWithin(value, name),
  )
}

function isWithin(path: string, whole: string): boolean {
  return path === whole || path.startsWith(`${whole}.`) || path.startsWith(`${whole}[`)
}

function differences(path: readonly string[], approved: unknown, now: unknown): readonly Difference[] {
  if (isDeepStrictEqual(approved, now)) return []
  if (!isRecord(approved) || !isRecord(now)) return [{ path, approved, now }]
  const keys = [...new Set([...Object.keys(approved), ...Object.keys(now)])].sort()
  return keys.flatMap(key => differences([...path, key], own(approved, key), own(now, key)))
}

function own(record: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(record, key) ? record[key] : undefined
}

/** What belongs to no stack stands at the file as a whole. */
function placeOf(
  file: string,
  { path: [part, stack, kind, address] }: Difference,
): StackPlace | MachinePlace {
  if (part !== 'stacks' || stack === undefined) return { machine: file }
  return kind === 'resources' && address !== undefined ? { stack, address } : { stack }
}

function messageFor({ path, approved, now }: Difference): Text {
  const { zh, en } = subjectOf(path)
  const [was, is] = [shown(approved), shown(now)]
  return {
    zh: `${zh}${was === undefined ? '是批准时没有的' : is === undefined ? '已经没有' : `由 ${was} 变为 ${is}`}`,
    en: `${en} ${was === undefined ? 'was not there when it was approved' : is === undefined ? 'is no longer there' : `was ${was} and is ${is}`}`,
  }
}

/** A value in one line; what is long or has parts is only named. */
function shown(value: unknown): string | undefined {
  if (value === undefined) return undefined
  const text = printable(JSON.stringify(value))
  return text.length > 120 ? `${text.slice(0, 120)}…` : text
}

const parts: Readonly<Record<string, Text>> = {
  tool: { zh: '本工具的版本', en: 'the version of this tool' },
  engine: { zh: 'terraform 或 tofu 的版本', en: 'the version of terraform or tofu' },
  request: { zh: '计划的范围', en: 'what the plan was asked for' },
  configuration: { zh: '栈的配置', en: 'the configuration of the stack' },
  provider: { zh: '提供程序的版本', en: 'the version of the provider' },
}

function subjectOf([part = '', name = '', kind, address, aspect, value, side]: readonly string[]): Text {
  if (part === 'files') return { zh: `文件 ${printable(name)} 的内容`, en: `what ${printable(name)} says` }
  if (part !== 'stacks') return withName(parts[part] ?? { zh: part, en: part }, name)
  if (kind === undefined) return { zh: '这个栈', en: 'this stack' }
  if (kind !== 'resources') return parts[kind] ?? { zh: kind, en: kind }
  if (address === undefined || aspect === undefined) return { zh: '对它的变更', en: 'the change of it' }
  if (aspect === 'action') return { zh: '所作的变更', en: 'what is done to it' }
  const path = printable(value ?? '')
  if (side === undefined) return { zh: `${path} 的变更`, en: `the change of ${path}` }
  return side === 'before'
    ? { zh: `${path} 现有的取值`, en: `the value that stands of ${path}` }
    : { zh: `${path} 变更后的取值`, en: `the value to come of ${path}` }
}

function withName({ zh, en }: Text, name: string): Text {
  return name === '' ? { zh, en } : { zh: `${zh}（${name}）`, en: `${en} (${name})` }
}
