import { finding } from '../../finding/finding.ts'
import { isKind, type ValidDocument } from '../document.ts'
import { conditionFaults } from './condition-faults.ts'
import { conditionsIn } from './conditions.ts'
import type { CatalogueRule } from './rule.ts'

export const conditionUndefined: CatalogueRule<'jurisdiction'> = {
  code: 'TY2217',
  severity: 'error',
  title: {
    zh: '条件引用了没有定义的分区、资源池、规模分档或自定内容，或者比较不了',
    en: 'a condition of a zone, a pool, a tier or a fact that is not defined, or that cannot be compared so',
  },
  why: {
    zh: '条件永远不成立（或永远成立），该项规定就形同虚设。分区须列在 zones 中，资源池须是平台的，规模分档须列在 sizes 中，自定内容须列在 facts 中；数和日期可用 atLeast、below，其余只用 equals。',
    en: 'Such a condition never holds, or always. Zones are those of `zones`, pools those of the platform, tiers those of `sizes`, facts those of `facts`; only numbers and dates take `atLeast` and `below`.',
  },
  *check(document, catalogue) {
    for (const { path, condition } of conditionsIn(document.value)) {
      for (const { at, fault, meant } of conditionFaults(condition, document.value, poolsIn(catalogue))) {
        yield finding(conditionUndefined, document.at([...path, ...at.path], at.part), {
          message: {
            zh: `${fault.zh}${meant === undefined ? '' : `；是否为 ${meant}？`}`,
            en: `${fault.en}${meant === undefined ? '' : `; did you mean ${meant}?`}`,
          },
          ...(meant === undefined
            ? {}
            : { fix: { message: { zh: `改为 ${meant}`, en: `write ${meant}` }, replacement: meant } }),
        })
      }
    }
  },
}

/** Those of all zones; undefined without a sound platform file. */
function poolsIn(catalogue: readonly ValidDocument[]): readonly string[] | undefined {
  const platform = catalogue.find(other => isKind(other, 'platform'))?.value
  return (
    platform && [...new Set(Object.values(platform.zones).flatMap(({ pools }) => Object.keys(pools ?? {})))]
  )
}
