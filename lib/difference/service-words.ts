import type { Difference as ServiceDifference } from '../entitlement/index.ts'
import type { Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Model } from '../model/model.ts'

/** One difference between two lists of services, in the words of the catalogue: `通用型 4 核 8 GB（ecs.general.4c8g）2 → 4`. */
export function serviceWords({ catalogue }: Model, difference: ServiceDifference): Text {
  const zone = zoneName({ catalogue }, difference.zone)
  if ('item' in difference) {
    const item = catalogue.items.get(difference.item)?.value.name
    const named = (language: keyof Text) =>
      item === undefined ? difference.item : `${item[language]} (${difference.item})`
    if (difference.kind === 'reschedule')
      return {
        zh: `${zone.zh}：${named('zh')} 起止日期改变`,
        en: `${zone.en}: other days for ${named('en')}`,
      }
    const { before, after, on } = difference
    const [sinceZh, sinceEn] = on === undefined ? ['', ''] : [`（自 ${on} 起）`, ` from ${on}`]
    return {
      zh: `${zone.zh}：${named('zh')} ${before} → ${after}${sinceZh}`,
      en: `${zone.en}: ${named('en')} ${before} → ${after}${sinceEn}`,
    }
  }
  if (difference.kind === 'change-pool') {
    const { before, after } = difference
    return { zh: `${zone.zh}：资源池 ${before} → ${after}`, en: `${zone.en}: pool ${before} → ${after}` }
  }
  return difference.kind === 'add-zone'
    ? { zh: `新增分区：${zone.zh}`, en: `a zone more: ${zone.en}` }
    : { zh: `退出分区：${zone.zh}`, en: `a zone less: ${zone.en}` }
}

export function zoneName({ catalogue }: Pick<Model, 'catalogue'>, zone: string): Text {
  return entryOf(catalogue.platform.value.zones, zone)?.name ?? { zh: zone, en: zone }
}
