import { finding } from '../../finding/finding.ts'
import type { CatalogueRule } from './rule.ts'

export const factParts: CatalogueRule<'jurisdiction'> = {
  code: 'TY2218',
  severity: 'error',
  title: { zh: '自定内容的类型与所写不一致', en: 'a fact that does not say what its type needs' },
  why: {
    zh: 'choice 须列出 choices，其余类型不写；只有 number 可写计量单位 unit。',
    en: 'A choice lists its `choices`, no other type does; only a number has a `unit` of measure.',
  },
  *check(document) {
    for (const [name, { type, unit, choices }] of Object.entries(document.value.facts ?? {})) {
      const path = ['facts', name]
      if (type === 'choice' && choices === undefined)
        yield finding(factParts, document.at([...path, 'type']), { message: unlisted })
      if (type !== 'choice' && choices !== undefined)
        yield finding(factParts, document.at([...path, 'choices'], 'key'), { message: superfluous })
      if (type !== 'number' && unit !== undefined)
        yield finding(factParts, document.at([...path, 'unit'], 'key'), { message: unmeasured })
    }
  },
}

const unlisted = { zh: '选择（choice）没有列出 choices', en: 'a choice lists its choices' }
const superfluous = { zh: '只有 choice 写 choices', en: 'only a choice has choices' }
const unmeasured = { zh: '只有 number 写 unit', en: 'only a number has a unit of measure' }
