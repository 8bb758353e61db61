import type { RepositoryRule, RuleGroup, SystemRule } from '../rule.ts'
import { addressRules } from './address/index.ts'
import { capacityRules } from './capacity/index.ts'
import { catalogueRules } from './catalogue/index.ts'
import { historyRules } from './history/index.ts'
import { identityRules } from './identity/index.ts'
import { ownersRules } from './owners/index.ts'
import { papersRules } from './papers/index.ts'
import { peopleRules } from './people/index.ts'
import { platformChangeRules } from './platform-change/index.ts'
import { routineRules } from './routine/index.ts'
import { scopeRules } from './scope/index.ts'
import { serviceRules } from './service/index.ts'
import { termRules } from './term/index.ts'
import { trafficRules } from './traffic/index.ts'

/** By the folder in which they stand. */
export const ruleGroups = {
  identity: identityRules,
  service: serviceRules,
  address: addressRules,
  capacity: capacityRules,
  traffic: trafficRules,
  history: historyRules,
  catalogue: catalogueRules,
  scope: scopeRules,
  papers: papersRules,
  'platform-change': platformChangeRules,
  owners: ownersRules,
  people: peopleRules,
  term: termRules,
  routine: routineRules,
} as const satisfies Readonly<Record<string, RuleGroup>>

const groups: readonly RuleGroup[] = Object.values(ruleGroups)

export const systemRules: readonly SystemRule[] = groups.flatMap(group => group.systemRules)

export const repositoryRules: readonly RepositoryRule[] = groups.flatMap(group => group.repositoryRules)
