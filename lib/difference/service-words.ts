import type { Difference as ServiceDifference } from '../entitlement/index.ts'
import type { Text } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import { itemTerm, poolTerm, zoneTerm } from '../term/index.ts'

/** One difference between two lists of services: `互联网区：通用型 4 核 8 GB（ecs.general.4c8g）2 → 4`. */
export function serviceWords(model: Model, jurisdiction: string, difference: ServiceDifference): Text {
  const zone = zoneTerm(model, difference.zone, jurisdiction)
  if ('item' in difference) {
    const { zh, en } = itemTerm(model, difference.item)
    if (difference.kind === 'reschedule')
      return { zh: `${zone.zh}：${zh}起止日期改变`, en: `${zone.en}: other days for ${en}` }
    const { before, after, on } = difference
    const [since, from] = on === undefined ? ['', ''] : [`（自 ${on} 起）`, ` from ${on}`]
    return {
      zh: `${zone.zh}：${zh} ${before} → ${after}${since}`,
      en: `${zone.en}: ${en} ${before} → ${after}${from}`,
    }
  }
  if (difference.kind === 'change-pool') {
    const [before, after] = [difference.before, difference.after].map(pool =>
      poolTerm(model, difference.zone, pool),
    )
    return {
      zh: `${zone.zh}：资源池由${before?.zh}改为${after?.zh}`,
      en: `${zone.en}: pool ${before?.en} → ${after?.en}`,
    }
  }
  return difference.kind === 'add-zone'
    ? { zh: `新增${zone.zh}`, en: `a zone more: ${zone.en}` }
    : { zh: `退出${zone.zh}`, en: `a zone less: ${zone.en}` }
}
