import type { Paper } from '../../../../generated/types/system.ts'
import { type CodeDefinition, type DataPath, type Finding, finding } from '../../../finding/finding.ts'
import type { Model, Sourced, System } from '../../../model/model.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule, SystemRule } from '../../rule.ts'

/** Two dates of which the second may not be before the first. */
interface Dates {
  readonly source: Sourced<unknown>
  readonly path: DataPath
  readonly from: readonly [key: string, date: string | undefined]
  readonly to: readonly [key: string, date: string | undefined]
}

function* datesIn(system: System): Generator<Dates> {
  const { zones, history, project, papers } = system.value
  for (const [zone, { services }] of Object.entries(zones))
    yield* linePeriods(system, ['zones', zone, 'services'], services)
  for (const [index, event] of history.entries()) {
    const path = ['history', index]
    yield { source: system, path, from: ['on', event.on], to: ['until', event.until] }
    yield* paperPeriods(system, [...path, 'papers'], event.papers)
    for (const [zone, { services }] of Object.entries(event.grants ?? {}))
      yield* linePeriods(system, [...path, 'grants', zone, 'services'], services)
  }
  const { from, to } = project?.period ?? {}
  yield { source: system, path: ['project', 'period'], from: ['from', from], to: ['to', to] }
  yield* paperPeriods(system, ['papers'], papers)
}

function* datesElsewhere({ units, catalogue: { platform, allItems } }: Model): Generator<Dates> {
  for (const unit of units) yield* paperPeriods(unit, ['papers'], unit.value.papers)
  for (const [index, { on, until }] of (platform.value.assessments ?? []).entries())
    yield { source: platform, path: ['assessments', index], from: ['on', on], to: ['until', until] }
  for (const item of allItems) yield* linePeriods(item, ['versions'], item.value.versions)
}

function* linePeriods(
  source: Sourced<unknown>,
  path: DataPath,
  lines: readonly { readonly from?: string; readonly to?: string }[],
): Generator<Dates> {
  for (const [index, { from, to }] of lines.entries())
    yield { source, path: [...path, index], from: ['from', from], to: ['to', to] }
}

function* paperPeriods(
  source: Sourced<unknown>,
  path: DataPath,
  papers: readonly Paper[] = [],
): Generator<Dates> {
  for (const [index, { on, until }] of papers.entries())
    yield { source, path: [...path, index], from: ['on', on], to: ['until', until] }
}

const definition = {
  code: 'TY3110',
  severity: 'error',
  title: text('截止日早于起始日。', 'A period ends before it begins.'),
  why: text(
    '起止日期均计入期间，截止日不得早于起始日；颠倒的期间一天也不包含。',
    'Both dates count, and the last may not be before the first: a period written the wrong way round has no day in it.',
  ),
} satisfies CodeDefinition

export const datesReversed: SystemRule = {
  ...definition,
  check: (_, system) => reversed(datesIn(system)),
}

/** In units and in the catalogue. */
export const sharedDatesReversed: RepositoryRule = {
  ...definition,
  check: model => reversed(datesElsewhere(model)),
}

function* reversed(dates: Iterable<Dates>): Generator<Finding> {
  for (const { source, path, from, to } of dates) {
    const [[fromKey, first], [toKey, last]] = [from, to]
    if (first === undefined || last === undefined || first <= last) continue
    yield finding(definition, place(source, ...path, toKey), {
      message: text(
        `${last} 早于起始日 ${first}；请核对两个日期`,
        `${last} is before the first day, ${first}; check both dates`,
      ),
      related: [related(place(source, ...path, fromKey), '起始日', 'the first day')],
    })
  }
}
