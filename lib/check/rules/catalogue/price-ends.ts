import { finding } from '../../../finding/finding.ts'
import { lastVersionOf } from '../../../model/last-version.ts'
import { type ExtractedModel, extractIn } from '../../extract/extract.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const priceEnds: RepositoryRule = {
  code: 'TY3603',
  severity: 'warning',
  title: text('仍在使用的服务项将没有费用标准。', 'An item that is in use will have no fee standard.'),
  why: text(
    '最后一个版本失效后无从计费；由主管部门补充其后的版本，或在此之前办理变更。',
    'After its last version nothing can be billed. Have the authority add the next version, or change the grants before then.',
  ),
  *check(model) {
    for (const [id, uses] of Map.groupBy(endingGrantsOf(model), ({ item }) => item)) {
      const item = model.catalogue.items.get(id)
      const last = lastVersionOf(model, id)
      if (item === undefined || last?.to === undefined || last.to < model.asOf) continue
      const [first] = uses
      yield finding(priceEnds, place(item, 'versions', last.index, 'to'), {
        message: text(
          `${item.value.name.zh}（${id}）在 ${last.to} 之后没有费用标准，仍有 ${uses.length} 处在用`,
          `${item.value.name.en} (${id}) has no fee after ${last.to}, and ${uses.length} ${uses.length === 1 ? 'grant of it goes' : 'grants of it go'} on`,
        ),
        related:
          first === undefined
            ? []
            : [related(place(first.system, ...first.path, 'item'), '其中一处', 'one of the grants')],
      })
    }
  },
}

function endingGrantsOf(model: ExtractedModel) {
  return model.systems.flatMap(system =>
    extractIn(model, system).endings.map(ending => ({ ...ending, system })),
  )
}
