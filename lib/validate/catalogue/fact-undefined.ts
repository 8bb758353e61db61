import type { Decision } from '../../../generated/types/jurisdiction.ts'
import { type DataPath, type Finding, finding } from '../../finding/finding.ts'
import { definitionOf } from '../../profile/facts.ts'
import system from '../../schema/system.schema.json' with { type: 'json' }
import unit from '../../schema/unit.schema.json' with { type: 'json' }
import type { ValidDocumentOf } from '../document.ts'
import { isPlainObject, valueAt } from '../json-schema.ts'
import type { CatalogueRule } from './rule.ts'

export const factUndefined: CatalogueRule<'jurisdiction'> = {
  code: 'TY2206',
  severity: 'error',
  title: { zh: '要求填写的字段在清单中不存在', en: 'a requirement of a field that manifests do not have' },
  why: {
    zh: '字段写错，该项要求就永远无法满足。请改为系统清单中的字段，或以 unit. 开头的单位字段。',
    en: 'Nobody can ever fill it in. Use a field of a system, or one of its unit with `unit.` before it.',
  },
  *check(document) {
    yield* undefinedIn(document, document.value, [])
    for (const [index, decision] of (document.value.decisions ?? []).entries())
      yield* undefinedIn(document, decision, ['decisions', index])
  },
}

function* undefinedIn(
  document: ValidDocumentOf<'jurisdiction'>,
  { requirements = [] }: Pick<Decision, 'requirements'>,
  path: DataPath,
): Generator<Finding> {
  for (const [index, { facts = [] }] of requirements.entries()) {
    for (const [at, fact] of facts.entries()) {
      if (isField(fact) || definitionOf(document.value, fact) !== undefined) continue
      yield finding(factUndefined, document.at([...path, 'requirements', index, 'facts', at]), {
        message: { zh: `清单没有字段 ${fact}`, en: `manifests have no field ${fact}` },
      })
    }
  }
}

function isField(fact: string): boolean {
  const ofUnit = fact.startsWith('unit.')
  const keys = (ofUnit ? fact.slice('unit.'.length) : fact).split('.')
  const path = keys.flatMap(key => ['properties', key])
  // What stands below `facts` is the regulation's own.
  if (keys[0] === 'facts') return false
  return isPlainObject(valueAt(ofUnit ? unit : system, path))
}
