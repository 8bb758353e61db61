import { describe, expect, it } from 'vitest'
import {
  checkRepository,
  extracted,
  extractOf,
  repositoryRules,
  ruleGroups,
  rules,
  systemRules,
} from '../../lib/check/index.ts'
import { loaded } from '../example-repository.ts'
import { changedFiles, type RuleCase } from './rule-table.ts'
import { addressCases } from './rules/address.cases.ts'
import { capacityCases } from './rules/capacity.cases.ts'
import { catalogueCases } from './rules/catalogue.cases.ts'
import { historyCases } from './rules/history.cases.ts'
import { identityCases } from './rules/identity.cases.ts'
import { ownersCases } from './rules/owners.cases.ts'
import { paperCases } from './rules/papers.cases.ts'
import { peopleCases } from './rules/people.cases.ts'
import { platformChangeCases } from './rules/platform-change.cases.ts'
import { routineCases } from './rules/routine.cases.ts'
import { scopeCases } from './rules/scope.cases.ts'
import { serviceCases } from './rules/service.cases.ts'
import { termCases } from './rules/term.cases.ts'
import { trafficCases } from './rules/traffic.cases.ts'

const tables: Readonly<Record<keyof typeof ruleGroups, readonly RuleCase[]>> = {
  identity: identityCases,
  service: serviceCases,
  address: addressCases,
  capacity: capacityCases,
  traffic: trafficCases,
  history: historyCases,
  catalogue: catalogueCases,
  scope: scopeCases,
  papers: paperCases,
  'platform-change': platformChangeCases,
  owners: ownersCases,
  people: peopleCases,
  term: termCases,
  routine: routineCases,
}

const cases = Object.values(tables).flat()

/** The first case in which the rule of a code finds something. */
const caseOf = (code: string) => cases.find(one => one.code === code && one.finds.length > 0)

describe('the rules over the model', () => {
  it('find nothing in the example repository but two texts that are not verified', () => {
    const grave = loaded().findings.filter(({ severity }) => severity !== 'info')
    expect(grave.map(({ code, file }) => [code, file])).toEqual([
      ['TY4113', 'catalogue/jurisdictions/jiuquan.yaml'],
      ['TY4113', 'catalogue/jurisdictions/zhejiang.yaml'],
    ])
  })

  it('have a case of their own each', () => {
    expect(rules.map(({ code }) => code).filter(code => caseOf(code) === undefined)).toEqual([])
  })
})

describe('rules', () => {
  it('stand in one group each, under the codes of that group', () => {
    const prefixes = Object.values(ruleGroups).map(({ systemRules, repositoryRules }) => {
      const codes = [...systemRules, ...repositoryRules].map(({ code }) => code.slice(0, 4))
      return [...new Set(codes)]
    })
    expect(prefixes.map(({ length }) => length)).toEqual(prefixes.map(() => 1))
    expect(new Set(prefixes.flat()).size).toBe(prefixes.length)
  })

  // Some codes are asked of systems and of the rest of the repository alike: their cases may be about systems.
  const ofSystems = new Set(systemRules.map(({ code }) => code))
  const ofRepository = new Set(repositoryRules.map(({ code }) => code)).difference(ofSystems)
  const several = [...ofRepository].flatMap(code => caseOf(code) ?? [])

  it.each(several.map(one => [one.code, one.title, one] as const))(
    '%s is found from kept extracts as from the systems themselves: %s',
    (code, _title, one) => {
      const model = { ...loaded(changedFiles(one.changes), one.day).model, paperDigests: new Map() }
      // What is kept is text, and nothing else comes back from it.
      const kept = new Map(
        model.systems.map(system => [system, JSON.parse(JSON.stringify(extractOf(model, system)))]),
      )
      expect([...kept.values()]).toStrictEqual(model.systems.map(system => extractOf(model, system)))
      const found = checkRepository(extracted(model))
      expect(checkRepository({ ...model, extracts: kept })).toEqual(found)
      expect(found.map(finding => finding.code)).toContain(code)
    },
  )
})
