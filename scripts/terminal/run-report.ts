import { codes } from '../../lib/deliver/codes.ts'
import type { StackPlan } from '../../lib/deliver/plan.ts'
import { planJson } from '../../lib/deliver/plan-json.ts'
import {
  countByStatus,
  failureJson,
  hasSucceeded,
  type RunRecord,
  recordJson,
  type Status,
  zoneLeftOut,
  zoneSelector,
} from '../../lib/deliver/run.ts'
import type { CodeDefinition, Finding, Language, RecordPlace, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import type { EndedStanding, Remarks } from '../terraform/remarks.ts'
import { stackOfName } from '../terraform/stacks.ts'
import type { UnmanagedFound } from '../terraform/unmanaged.ts'
import type { Context, ExitStatus } from './command.ts'
import { exitStatus } from './command.ts'
import { planLines } from './plan-lines.ts'
import { failureLines, resultLine, statusWords } from './run-wording.ts'

/** Prints what became of a run: for a person the sum and what went wrong, for a program all of it. */
export function report(
  context: Context,
  record: RunRecord,
  remarks: Remarks,
  shown: ShownPlans = noPlans,
): ExitStatus {
  context.stdout(
    context.json
      ? jsonAnswer('delivery', answer(record, remarks, shown))
      : `${text(record, remarks, shown, context).join('\n')}\n`,
  )
  return record.stacks.every(hasSucceeded) ? exitStatus.clean : exitStatus.findings
}

/** The values that a run would change. */
export interface ShownPlans {
  readonly plans: ReadonlyMap<string, StackPlan>
  /** Whether a person is shown all of them, however many. */
  readonly whole: boolean
}

const noPlans: ShownPlans = { plans: new Map(), whole: false }

function answer(
  record: RunRecord,
  { leaked, isPartial = false, ended, unmanaged, unbacked = [] }: Remarks,
  { plans }: ShownPlans,
) {
  const unseen = unmanaged.unseen.map(({ zone, failure }) => ({ zone, failure: failureJson(failure) }))
  const told = recordJson(record)
  const stacks = told.stacks.map(result => {
    const plan = plans.get(result.stack)
    return plan === undefined ? result : { ...result, ...planJson(plan) }
  })
  const unlooked = isPartial ? { leakedUnknown: true } : {}
  const refusedFor = unbacked.length === 0 ? {} : { unbacked }
  return { ...told, stacks, leaked, ...unlooked, ...refusedFor, ended, strays: unmanaged.found, unseen }
}

function text(
  record: RunRecord,
  { leaked, ended, unmanaged, isPartial = false, unbacked = [] }: Remarks,
  { plans, whole }: ShownPlans,
  context: Context,
): readonly string[] {
  const { language } = context
  return [
    // Elsewhere each line was printed when its stack ended.
    ...(context.redraws
      ? record.stacks
          .filter(result => result.status !== 'unchanged' && zoneLeftOut(result) === undefined)
          .map(result => resultLine(result, language))
      : []),
    ...record.stacks.flatMap(({ stack }) => planLines(stack, plans.get(stack), { language, whole })),
    ...record.stacks.flatMap(result => failureLines(result, language)),
    ...zoneLines(record, language),
    ...removals(record, new Set(ended.map(({ stack }) => stack)), language),
    ...endedLines(ended, language),
    ...warnings(codes.stateWithoutManifest, leaked, language),
    ...warnings(codes.departedUnknown, isPartial ? ['git'] : [], language),
    ...unmanagedLines(unmanaged, language),
    ...unbackedLines(unbacked, language),
    total(record, language),
  ]
}

/** Each zone that was left out once, with why, and by what selectors it is run alone or the others are. */
function zoneLines({ stacks, command }: RunRecord, language: Language): readonly string[] {
  const zones = Map.groupBy(stacks, result => zoneLeftOut(result) ?? '')
  const others = [...new Set(stacks.flatMap(({ stack }) => stackOfName(stack)?.zone ?? []))].filter(
    zone => !zones.has(zone),
  )
  return [...zones].flatMap(([zone, [first, ...more]]) => {
    if (zone === '' || first?.failure === undefined) return []
    const { code, message, fix } = first.failure
    const count = more.length + 1
    const alone = `tenantry ${command} ${zoneSelector(zone)}`
    const without = others.map(other => zoneSelector(other)).join(' ')
    const hint = {
      zh: `跳过该分区的 ${count} 个栈，其他分区不受影响。恢复后单独执行：${alone}；暂不执行该分区：tenantry ${command} ${without}`,
      en: `${count} stacks of this zone were left out, and no other. When it is back: \`${alone}\`; until then, without it: \`tenantry ${command} ${without}\``,
    }[language]
    return [
      `${code} ${printable(message[language])}`,
      `    → ${printable(fix.message[language])}`,
      `    → ${codes.zoneLeftOut.code} ${hint}`,
    ]
  })
}

/** Of stacks that go for good, nothing is told one by one a second time. */
function removals(
  { stacks, command }: RunRecord,
  ended: ReadonlySet<string>,
  language: Language,
): readonly string[] {
  if (command === 'destroy') return []
  return stacks
    .filter(({ stack, status }) => status !== 'destroyed' && !ended.has(stack))
    .flatMap(({ stack, changes }) =>
      (changes?.removed ?? []).map(address =>
        warning(codes.removesResources, `${stack} ${address}`, language),
      ),
    )
}

/** With the event that ended each. */
function endedLines(ended: readonly EndedStanding[], language: Language): readonly string[] {
  const named = ended.map(({ stack, event, on, resources }) => {
    const count = { zh: `资源 ${resources ?? '?'} 项`, en: `${resources ?? '?'} resources` }[language]
    return `${stack} (${printable(event)} ${on}, ${count})`
  })
  return warnings(codes.endedStands, named, language)
}

function unmanagedLines({ found, unseen }: UnmanagedFound, language: Language): readonly string[] {
  const named = found.map(
    ({ stack, kind, name, id }) => `${stack} ${kind} ${printable(name)} (${printable(id)})`,
  )
  return [
    ...unseen.map(({ zone, failure }) =>
      warning({ code: failure.code, title: failure.message }, zone, language),
    ),
    ...warnings(codes.stray, named, language),
  ]
}

/** An apply would be refused for these; a plan is none the worse for them. */
function unbackedLines(unbacked: readonly Finding<RecordPlace>[], language: Language): readonly string[] {
  return unbacked.flatMap(({ code, message, fix }) => [
    `${warningWord[language]} ${code}: ${message[language]}`,
    ...(fix === undefined ? [] : [`    → ${fix.message[language]}`]),
  ])
}

/** Each by itself, and once behind them what to do. */
function warnings(
  definition: CodeDefinition,
  subjects: readonly string[],
  language: Language,
): readonly string[] {
  if (subjects.length === 0) return []
  return [
    ...subjects.map(subject => warning(definition, subject, language)),
    `    → ${definition.why[language]}`,
  ]
}

const warningWord: Text = { zh: '警告', en: 'warning' }

function warning(
  { code, title }: { readonly code: string; readonly title: Text },
  subject: string,
  language: Language,
): string {
  return `${warningWord[language]} ${code}: ${subject}: ${title[language]}`
}

function total(record: RunRecord, language: Language): string {
  const counts = countByStatus(record.stacks)
  const statuses = Object.keys(statusWords).filter((status): status is Status => status in counts)
  const parts = statuses.map(status =>
    language === 'zh'
      ? `${statusWords[status].zh} ${counts[status]}`
      : `${counts[status]} ${statusWords[status].en}`,
  )
  const sum = sumOf(record)
  const resources = {
    zh: `新建资源 ${sum.create}、变更 ${sum.update}、重建 ${sum.replace}、删除 ${sum.delete}`,
    en: `resources: ${sum.create} to create, ${sum.update} to change, ${sum.replace} to replace, ${sum.delete} to delete`,
  }[language]
  const left = { zh: '没有栈', en: 'no stacks' }[language]
  const list = parts.length === 0 ? left : parts.join({ zh: '，', en: ', ' }[language])
  const semicolon = { zh: '；', en: '; ' }[language]
  return record.command === 'plan' ? `${list}${semicolon}${resources}` : `${list}  (${record.id})`
}

function sumOf({ stacks }: RunRecord) {
  const sum = { create: 0, update: 0, replace: 0, delete: 0 }
  for (const { changes } of stacks) {
    if (changes === undefined) continue
    sum.create += changes.create
    sum.update += changes.update
    sum.replace += changes.replace
    sum.delete += changes.delete
  }
  return sum
}
