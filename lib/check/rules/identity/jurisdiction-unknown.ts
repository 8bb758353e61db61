import { type DataPath, finding } from '../../../finding/finding.ts'
import { jurisdictionOf } from '../../../model/address.ts'
import { isLeftOut } from '../../../model/left-out.ts'
import type { Model, Sourced } from '../../../model/model.ts'
import { inARow, jurisdictionTerm } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'
import { meant } from '../../words.ts'

interface Mention {
  readonly source: Sourced<unknown>
  readonly path: DataPath
  readonly jurisdiction: string
}

function mentionsOf(model: Model): readonly Mention[] {
  const { calendar, platform } = model.catalogue
  return [
    ...(platform.value.changes ?? []).map(({ jurisdiction }, index) => ({
      source: platform,
      path: ['changes', index, 'jurisdiction'],
      jurisdiction,
    })),
    ...[...model.units, ...model.systems].map(source => ({
      source,
      path: ['metadata', 'jurisdiction'],
      jurisdiction: jurisdictionOf(source),
    })),
    ...(calendar?.value.overrides ?? []).flatMap(({ jurisdiction }, index) =>
      calendar === undefined || jurisdiction === undefined
        ? []
        : [{ source: calendar, path: ['overrides', index, 'jurisdiction'], jurisdiction }],
    ),
  ]
}

export const jurisdictionUnknown: RepositoryRule = {
  code: 'TY3006',
  severity: 'error',
  title: text('所写地区没有管理办法的配置。', 'There is no profile of the jurisdiction.'),
  why: text(
    '办理环节、材料和时限都取自本地区管理办法的配置。没有配置就无从判断，须改正地区标识，或在 catalogue/jurisdictions/ 中增加配置。',
    'Steps, papers and deadlines come from the profile of the jurisdiction. Without one nothing can be judged: correct the id, or add a profile under catalogue/jurisdictions/.',
  ),
  *check(model) {
    const { jurisdictions } = model.catalogue
    const there = inARow([...jurisdictions.values()].map(({ value }) => jurisdictionTerm(value)))
    for (const { source, path, jurisdiction } of mentionsOf(model)) {
      const file = `catalogue/jurisdictions/${jurisdiction}.yaml`
      if (jurisdictions.has(jurisdiction) || isLeftOut(model, file)) continue
      yield finding(jurisdictionUnknown, place(source, ...path), {
        message: text(
          `没有地区“${jurisdiction}”的管理办法配置；现有${there.zh}`,
          `there is no profile of the jurisdiction “${jurisdiction}”; there are ${there.en}`,
        ),
        fix: meant(jurisdiction, jurisdictions.keys()),
      })
    }
  },
}
