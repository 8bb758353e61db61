import { resolve } from 'node:path'
import { type CalendarEntry, calendarOf, type Deadline, deadlineCalendar } from '../../lib/clock/index.ts'
import { entryOf } from '../../lib/model/entry.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { jsonAnswer } from '../../lib/output/index.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { citedGround } from '../../lib/profile/decisions.ts'
import { routineName } from '../../lib/profile/routine-words.ts'
import { regulationTerm, roleTerm } from '../../lib/term/index.ts'
import type { Command, Context } from '../terminal/command.ts'
import { deadlineData } from '../terminal/deadline-data.ts'
import { deadlineLine } from '../terminal/deadline-line.ts'
import { evidenceData, evidenceLine, unrecordedLines } from '../terminal/evidence-lines.ts'
import { systemData } from '../terminal/json-parts.ts'
import { statusOfAnswer } from '../terminal/left-out.ts'
import { requireModel } from '../terminal/require-model.ts'
import { type RoutineRow, routineData, routineLines, routineRowsAt } from '../terminal/routine-lines.ts'
import { systemArgument, systemsAt } from '../terminal/systems.ts'
import { writeNamed } from '../workspace/write-file.ts'

interface Row {
  readonly system: System
  readonly deadline: Deadline
}

export const deadlines: Command = {
  name: 'deadlines',
  summary: {
    zh: '各项办理期限：起止、到期日、是否按期',
    en: 'the deadlines of the regulations: when they began, when they are due, whether they were met',
  },
  arguments: [systemArgument],
  options: [
    {
      flags: '--all',
      summary: { zh: '也列出已办结和已终结的', en: 'also those that were met or have lapsed' },
    },
    {
      flags: '--ics <file>',
      summary: { zh: '写出日历文件（iCalendar）', en: 'write a calendar file (iCalendar)' },
    },
  ],
  examples: [
    { line: 'tenantry deadlines', summary: { zh: '未完成与已逾期的期限', en: 'open and missed deadlines' } },
    {
      line: 'tenantry deadlines ningwu --all --at 2025-03-01',
      summary: { zh: '某日的全部期限', en: 'all deadlines as of a day' },
    },
    {
      line: 'tenantry deadlines --ics deadlines.ics',
      summary: { zh: '导入日历软件', en: 'for a calendar application' },
    },
  ],
  run: async (context, { arguments: addresses, options }) => {
    const model = requireModel(context)
    const rows = systemsAt(model, addresses)
      .flatMap(system => rowsOf(model, system))
      .filter(({ deadline }) => options.all === true || !settled.has(deadline.state))
    const routines = routineRowsAt(model, addresses).filter(
      ({ run }) => options.all === true || !settled.has(run.deadline.state),
    )
    if (typeof options.ics === 'string')
      writeNamed(resolve(context.cwd, options.ics), ics(model, rows, routines, context.today))
    context.stdout(
      context.json
        ? jsonAnswer('deadlines', {
            asOf: model.asOf,
            ...evidenceData(model),
            deadlines: rows.flatMap(row => plain(model, row)),
            routines: routines.map(routineData),
          })
        : table(context, model, rows, routines) + evidenceLine(model, context.language),
    )
    return statusOfAnswer(model, addresses)
  },
}

const settled: ReadonlySet<Deadline['state']> = new Set(['met', 'lapsed'])

function rowsOf(model: Model, system: System): readonly Row[] {
  const profile = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
  if (profile === undefined) return []
  return deadlinesOf(model, profile, system).map(deadline => ({ system, deadline }))
}

/** Midnight in China at the start of the day asked about: the file depends on the repository and the day alone. */
function ics(model: Model, rows: readonly Row[], routines: readonly RoutineRow[], today: string): string {
  const entries = rows.map(({ system, deadline }) => {
    const { jurisdiction, name } = system.value.metadata
    const profile = model.catalogue.jurisdictions.get(jurisdiction)?.value
    const responsible = entryOf(profile?.roles, deadline.definition.responsible)?.name
    return {
      address: system.address,
      system: name,
      responsible: responsible ?? deadline.definition.responsible,
      deadline,
      calendar: calendarOf(model.catalogue.calendar?.value, jurisdiction),
      ground: profile === undefined ? '' : citedGround(profile, deadline.definition).zh,
    }
  })
  return deadlineCalendar(
    [...entries, ...routines.map(row => routineEntry(model, row))],
    `${today}T00:00:00Z`,
  )
}

function routineEntry(model: Model, { profile, run }: RoutineRow): CalendarEntry {
  const { id, name } = profile.metadata
  return {
    address: `${id}/${run.period.id}`,
    system: name.zh,
    responsible: roleTerm(profile, run.routine.responsible).zh,
    deadline: { ...run.deadline, definition: { ...run.deadline.definition, name: routineName(run).zh } },
    calendar: calendarOf(model.catalogue.calendar?.value, id),
    ground: citedGround(profile, run.routine).zh,
  }
}

function plain(model: Model, { system, deadline }: Row) {
  const profile = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
  return profile === undefined ? [] : [{ ...systemData(system), ...deadlineData(profile, system, deadline) }]
}

function table(
  { language }: Context,
  model: Model,
  rows: readonly Row[],
  routines: readonly RoutineRow[],
): string {
  const none = { zh: '没有未完成的期限\n', en: 'no deadline is open\n' }
  if (rows.length + routines.length === 0) return none[language]
  const systems = Map.groupBy(rows, row => row.system)
    .entries()
    .map(([system, own]) => {
      const lines = [
        ...unrecordedLines(model, system, language),
        ...own.map(({ deadline }) => `  ${deadlineLine(language, model, system, deadline)}`),
      ].map(line => `${line}\n`)
      const profile = model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
      const regulation = profile === undefined ? '' : `  ${regulationTerm(profile)[language]}`
      return `${system.address}  ${system.value.metadata.name}${regulation}\n${lines.join('')}`
    })
    .toArray()
  return [...systems, ...routineLines(language, routines)].join('\n')
}
