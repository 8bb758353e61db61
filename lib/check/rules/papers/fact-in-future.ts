import { type CodeDefinition, type Finding, finding } from '../../../finding/finding.ts'
import type { Sourced, Surroundings } from '../../../model/model.ts'
import { pastDatesIn } from '../../../validate/past-dates.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule, SystemRule } from '../../rule.ts'

const definition = {
  code: 'TY4210',
  severity: 'error',
  title: text('已发生之事的日期晚于今日。', 'What is said to have happened lies in the future.'),
  why: text(
    '测评、评估、核实、落款、印发等只记录已经发生的；核对日期，约定的日期写在 until、to 中。',
    'Assessments, confirmations, papers and the like are entered once they have happened. Check the date; a day agreed for later goes into `until` or `to`.',
  ),
} satisfies CodeDefinition

export const factInFuture: SystemRule = {
  ...definition,
  check: (surroundings, system) => future(surroundings, 'system', system),
}

export const sharedFactInFuture: RepositoryRule = {
  ...definition,
  *check(model) {
    const { platform, jurisdictions } = model.catalogue
    yield* future(model, 'platform', platform)
    for (const profile of jurisdictions.values()) yield* future(model, 'jurisdiction', profile)
    for (const unit of model.units) yield* future(model, 'unit', unit)
  },
}

function* future(
  { today }: Surroundings,
  kind: Parameters<typeof pastDatesIn>[0],
  source: Sourced<unknown>,
): Generator<Finding> {
  for (const { path, date } of pastDatesIn(kind, source.value)) {
    if (date <= today) continue
    yield finding(definition, place(source, ...path), {
      message: text(`${date} 晚于今日 ${today}`, `${date} is after today, ${today}`),
    })
  }
}
