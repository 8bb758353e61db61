import type { Decision, JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { type DataPath, finding } from '../../finding/finding.ts'
import { vocabularyNames } from '../../vocabulary/index.ts'
import { isPlainObject, valueAt } from '../json-schema.ts'
import type { CatalogueRule } from './rule.ts'

export const decisionRepeats: CatalogueRule<'jurisdiction'> = {
  code: 'TY2216',
  severity: 'error',
  title: { zh: '决定的事项已另有规定', en: 'a decision of what is settled already' },
  why: {
    zh: '决定只补条款留下的空白，不得改变条款已有的规定，也不得与另一决定重复。请删去其一；条款没有规定的，移到 decisions 中。',
    en: 'A decision fills what the text leaves open; it changes nothing that the text says, and no other decision. Remove one of the two.',
  },
  *check(document) {
    const { decisions = [] } = document.value
    for (const [index, decision] of decisions.entries()) {
      const settled: readonly Parts[] = [document.value, ...decisions.slice(0, index)]
      for (const path of partsOf(decision)) {
        if (settled.every(other => valueAt(other, path) === undefined)) continue
        yield finding(decisionRepeats, document.at(['decisions', index, ...path], 'key'), {
          message: {
            zh: `${path.join('.')} 已有规定，不能再由“${decision.name}”决定`,
            en: `${path.join('.')} is settled already, so that ${decision.id} cannot decide it`,
          },
        })
      }
    }
  },
}

type Parts = JurisdictionProfile | Decision

/** Maps whose members are settled one by one. */
const byMember: readonly DataPath[] = [
  ['lifecycle', 'states'],
  ['lifecycle', 'events'],
  ['billing'],
  ['mlps'],
  ['scope'],
  ...vocabularyNames.map(name => ['vocabulary', name]),
]

const single = [
  'cryptography',
  'budget',
  'emergency',
  'contacts',
  'largeRequest',
  'domesticPreferred',
  'catalogueReview',
  'platformAssessments',
  'centres',
] as const

function partsOf(decision: Decision): readonly DataPath[] {
  const members = byMember.flatMap(path => {
    const map = valueAt(decision, path)
    return isPlainObject(map) ? Object.keys(map).map(key => [...path, key]) : []
  })
  return [...members, ...single.filter(key => decision[key] !== undefined).map(key => [key])]
}
