import type { JurisdictionProfile } from '../../../../generated/types/jurisdiction.ts'
import type { RoutineDefinition } from '../../../../generated/types/routine.ts'
import type { RoutineDone, RoutineRecords } from '../../../../generated/types/routines.ts'
import { periodNamed } from '../../../clock/calendar-period.ts'
import { type Fix, finding, type Text } from '../../../finding/finding.ts'
import { partTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { meant } from '../../words.ts'

export const routineRecordOdd: RepositoryRule = {
  code: 'TY4602',
  severity: 'error',
  title: text('例行事项的办理记录不成立。', 'A record of a routine that cannot be.'),
  why: text(
    '所登记的须是管理办法 routines 中的事项；期的写法与多久一次相符（月 2026-09，季度 2026-Q3，半年 2026-H2，年 "2026"），不早于登记起始日（from）；该期开始之后才能办理；一期只登记一次。',
    'What is recorded is a routine of the regulation; its period is of the kind that is owed (a month 2026-09, a quarter 2026-Q3, a half-year 2026-H2, a year "2026") and begins no earlier than the records (`from`); nothing is done before its period begins; and each period is recorded once.',
  ),
  *check(model) {
    for (const records of model.catalogue.routines.values()) {
      const profile = model.catalogue.jurisdictions.get(records.value.jurisdiction)?.written
      if (profile === undefined) continue
      const known = routinesEver(profile)
      const seen = new Set<string>()
      for (const [index, done] of records.value.done.entries()) {
        const fault = faultOf(known, records.value, done, seen)
        seen.add(keyOf(done))
        if (fault === undefined) continue
        yield finding(routineRecordOdd, place(records, 'done', index, fault.key), {
          message: fault.message,
          fix: fault.fix,
        })
      }
    }
  },
}

/** What is recorded under a decision stays readable once the decision has ended. */
function routinesEver({ routines = [], decisions = [] }: JurisdictionProfile): readonly RoutineDefinition[] {
  return [...routines, ...decisions.flatMap(decision => decision.routines ?? [])]
}

interface Fault {
  readonly key: keyof RoutineDone
  readonly message: Text
  readonly fix?: Fix | undefined
}

function faultOf(
  known: readonly RoutineDefinition[],
  { from }: RoutineRecords,
  done: RoutineDone,
  seen: ReadonlySet<string>,
): Fault | undefined {
  const routine = known.find(({ id }) => id === done.routine)
  if (routine === undefined) {
    const fix = meant(
      done.routine,
      known.map(({ id }) => id),
    )
    const message = text(`没有例行事项“${done.routine}”`, `there is no routine “${done.routine}”`)
    return { key: 'routine', message, fix }
  }
  const name = partTerm(routine)
  const period = periodNamed(routine.every, done.period)
  if (period === undefined)
    return {
      key: 'period',
      message: text(
        `“${name.zh}”${everies[routine.every].zh}，没有 ${done.period} 这一期`,
        `“${name.en}” is owed ${everies[routine.every].en}, and has no period ${done.period}`,
      ),
    }
  if (period.first < from)
    return {
      key: 'period',
      message: text(
        `${done.period} 开始于 ${period.first}，早于登记起始日 ${from}`,
        `${done.period} begins on ${period.first}, before the records do, ${from}`,
      ),
    }
  if (done.on < period.first)
    return {
      key: 'on',
      message: text(`${done.period} 于 ${period.first} 才开始`, `${done.period} begins on ${period.first}`),
    }
  return seen.has(keyOf(done))
    ? { key: 'period', message: text(`${done.period} 已登记过`, `${done.period} is recorded already`) }
    : undefined
}

function keyOf({ routine, period }: RoutineDone): string {
  return `${routine} ${period}`
}

const everies: Readonly<Record<RoutineDefinition['every'], Text>> = {
  month: text('每月一次', 'every month'),
  quarter: text('每季度一次', 'every quarter'),
  'half-year': text('每半年一次', 'every half-year'),
  year: text('每年一次', 'every year'),
}
