import type { VolumeSpec } from '../../../../generated/types/service.ts'
import { finding } from '../../../finding/finding.ts'
import type { CatalogueItem } from '../../../model/model.ts'
import { sameData } from '../../../model/same-data.ts'
import { itemTerm } from '../../../term/index.ts'
import { place, related, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

interface Use {
  readonly item: CatalogueItem
  readonly index: number
  readonly volume: VolumeSpec
}

export const volumeTypeConflict: RepositoryRule = {
  code: 'TY3606',
  severity: 'error',
  title: text('同名卷类型的规格不同。', 'One volume type is given two specifications.'),
  why: text(
    '一个卷类型在云上只有一种规格；使规格一致，或另起名称。',
    'A volume type has one specification in the cloud. Make them equal, or name one of them anew.',
  ),
  *check(model) {
    const first = new Map<string, Use>()
    for (const use of volumes(model.catalogue.allItems, model.asOf)) {
      const other = first.get(use.volume.volumeType)
      if (other === undefined) {
        first.set(use.volume.volumeType, use)
        continue
      }
      if (sameData(inTheCloud(other.volume), inTheCloud(use.volume))) continue
      const { zh, en } = itemTerm(model, other.item.value.id)
      yield finding(
        volumeTypeConflict,
        place(use.item, 'versions', use.index, 'delivery', 'volume', 'volumeType'),
        {
          message: text(
            `卷类型 ${use.volume.volumeType} 与${zh}的规格不同`,
            `the volume type ${use.volume.volumeType} differs from that of ${en}`,
          ),
          related: [
            related(
              place(other.item, 'versions', other.index, 'delivery', 'volume'),
              '另一规格',
              'the other specification',
            ),
          ],
        },
      )
    }
  },
}

/** Items may be paid in different units and give the same volumes. */
function inTheCloud({ gibPerUnit: _unit, ...volume }: VolumeSpec): Omit<VolumeSpec, 'gibPerUnit'> {
  return volume
}

/** What versions that are valid today or later give. */
function volumes(items: readonly CatalogueItem[], asOf: string): readonly Use[] {
  return items.flatMap(item =>
    item.value.versions.flatMap(({ to, delivery: { volume } }, index) =>
      volume === undefined || (to !== undefined && to < asOf) ? [] : [{ item, index, volume }],
    ),
  )
}
