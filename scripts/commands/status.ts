import type { Model } from '../../lib/model/model.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import {
  narrowedTo,
  ordered,
  type StatusFilter,
  type StatusOrder,
  type StatusRow,
  statusOrders,
} from '../../lib/profile/status-filter.ts'
import { systemStatusOf } from '../../lib/profile/system-status.ts'
import type { Command, Context, OptionValues } from '../terminal/command.ts'
import { notAChoice } from '../terminal/command-line.ts'
import { evidenceData, evidenceLine } from '../terminal/evidence-lines.ts'
import { checkedDate } from '../terminal/global-options.ts'
import { statusOfAnswer } from '../terminal/left-out.ts'
import { requireModel } from '../terminal/require-model.ts'
import {
  openRoutineRowsAt,
  type RoutineRow,
  routineData,
  routineLines,
  routinesNarrowedTo,
} from '../terminal/routine-lines.ts'
import { dirtyOption } from '../terminal/run-request.ts'
import { statusData } from '../terminal/status-json.ts'
import { statusLines } from '../terminal/status-lines.ts'
import {
  byDue,
  routineTableLine,
  type StatusLine,
  statusCsv,
  statusTable,
  systemLine,
} from '../terminal/status-table.ts'
import { systemArgument, systemsAt } from '../terminal/systems.ts'

export const status: Command = {
  name: 'status',
  summary: {
    zh: '各系统办理到哪一步：状态、下一步、所缺材料、由谁何时办理；或者各栈的状态在何处、上次执行如何、有何待办',
    en: 'where each system stands: its state, next steps, papers owed, who must act and by when; or each stack: where its state lies, how its last run ended, what it waits for',
  },
  arguments: [systemArgument],
  options: [
    {
      flags: '--stacks',
      summary: {
        zh: '查看各栈而非各系统，参数为选择符；只看本机所知，不访问云',
        en: 'show stacks and not systems, named by selectors; by what this machine knows, without asking any cloud',
      },
    },
    {
      flags: '--clouds',
      summary: {
        zh: '与 --stacks 同用：也到云上查看未登记的和遗留的资源，不作改变',
        en: 'with --stacks: look in the clouds as well for what is not recorded and what is left, and change nothing',
      },
    },
    dirtyOption,
    {
      flags: '--state <state>',
      summary: { zh: '只看处于该状态的，如 已申请', en: 'only those in this state' },
    },
    {
      flags: '--actor <role>',
      summary: {
        zh: '只看下一步由该方办理的，如 authority',
        en: 'only those whose next step this role takes, such as authority',
      },
    },
    {
      flags: '--due <date>',
      summary: {
        zh: '只看该日之前到期的，含已逾期',
        en: 'only those with something due by this day, or overdue',
      },
    },
    {
      flags: '--sort <order>',
      summary: { zh: '排序', en: 'in which order' },
      choices: statusOrders,
      default: 'address',
    },
    {
      flags: '--format <format>',
      summary: {
        zh: '输出形式：逐项、每系统一行、CSV、JSON',
        en: 'all of it, one line a system, CSV, or JSON',
      },
      choices: ['text', 'table', 'csv', 'json'],
    },
  ],
  examples: [
    { line: 'tenantry status', summary: { zh: '全部系统', en: 'all systems' } },
    {
      line: 'tenantry status ningwu',
      summary: { zh: '一个地区的系统', en: 'the systems of a jurisdiction' },
    },
    {
      line: 'tenantry status --at 2026-06-30 --json',
      summary: { zh: '某日的状态，供程序读取', en: 'as of a day, for programs' },
    },
    {
      line: 'tenantry status --actor authority --sort due --format table',
      summary: { zh: '主管部门的待办，先到期的在前', en: 'what the authority must do, nearest first' },
    },
    {
      line: 'tenantry status --state 已申请 --format csv',
      summary: { zh: '等待受理的，供电子表格打开', en: 'those that wait, for a spreadsheet' },
    },
    {
      line: 'tenantry status --stacks ningwu/jiaoyuju',
      summary: { zh: '一个单位各栈的待办', en: 'what the stacks of a unit wait for' },
    },
  ],
  run: async (context, invocation) => {
    const { arguments: addresses, options } = invocation
    if (options.stacks === true)
      return await (await import('../terminal/run-status.ts')).stacksShown(context, invocation)
    const model = requireModel(context)
    const all = systemsAt(model, addresses).flatMap(system => {
      const profile = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
      return profile === undefined
        ? []
        : [{ system, profile, outlook: systemStatusOf(model, profile, system) }]
    })
    const filter = filterOf(all, options)
    const order = orderOf(options.sort)
    const shown: Shown = {
      order,
      rows: ordered(narrowedTo(all, filter), order),
      routines: routinesNarrowedTo(openRoutineRowsAt(model, addresses), filter),
    }
    const format = context.json ? 'json' : options.format
    context.stdout(formats[typeof format === 'string' ? format : 'text']?.(shown, model, context) ?? '')
    return statusOfAnswer(model, addresses)
  },
}

interface Shown {
  readonly order: StatusOrder
  readonly rows: readonly StatusRow[]
  readonly routines: readonly RoutineRow[]
}

type Format = (shown: Shown, model: Model, context: Context) => string

function linesOf({ order, rows, routines }: Shown, { language }: Context): readonly StatusLine[] {
  const lines = [...rows.map(systemLine), ...routines.map(row => routineTableLine(row, language))]
  return order === 'due' ? byDue(lines) : lines
}

const formats: Readonly<Record<string, Format>> = {
  text: ({ rows, routines }, model, { language }) => {
    const systems = rows.map(row => statusLines(language, model, row))
    return [...systems, ...routineLines(language, routines)].join('\n') + evidenceLine(model, language)
  },
  table: (shown, _model, context) => statusTable(linesOf(shown, context), context.language),
  csv: (shown, _model, context) => statusCsv(linesOf(shown, context), context.language),
  json: ({ rows, routines }, model) =>
    jsonAnswer('status', {
      asOf: model.asOf,
      ...evidenceData(model),
      systems: rows.map(row => statusData(model, row)),
      routines: routines.map(routineData),
    }),
}

function orderOf(option: unknown): StatusOrder {
  return statusOrders.find(order => order === option) ?? 'address'
}

/** @throws CommandError for a state or role that no regulation here has: an empty answer would look like one. */
function filterOf(rows: readonly StatusRow[], { state, actor, due }: OptionValues): StatusFilter {
  const profiles = [...new Set(rows.map(({ profile }) => profile))]
  const states = profiles.flatMap(({ lifecycle }) => Object.entries(lifecycle.states))
  const roles = profiles.flatMap(profile => Object.entries(profile.roles))
  return {
    ...(typeof state === 'string' ? { state: knownName('--state', state, states) } : {}),
    ...(typeof actor === 'string' ? { actor: knownName('--actor', actor, roles) } : {}),
    ...(typeof due === 'string' ? { due: checkedDate(due, '--due') } : {}),
  }
}

function knownName(
  flag: string,
  name: string,
  known: readonly (readonly [string, { readonly name: string }])[],
): string {
  if (known.some(([id, one]) => id === name || one.name === name)) return name
  throw notAChoice(flag, name, [...new Set(known.map(([id, one]) => `${id}（${one.name}）`))])
}
