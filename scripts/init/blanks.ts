import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Requirement } from '../../generated/types/requirement.ts'
import { systemText } from '../../lib/draft/system.ts'
import { unitText } from '../../lib/draft/unit.ts'
import { firstRequest } from '../../lib/lifecycle/index.ts'
import { groundOf } from '../../lib/profile/decisions.ts'

/** A request and a unit with nothing filled in, for those who write by hand; `tenantry new` fills them in. */
export function blanks(jurisdiction: string, profile: JurisdictionProfile, zone: string): [string, string][] {
  const contacts = new Map([['responsible', { name: '姓名', phone: '0350-0000000' }]])
  const event = firstRequest(profile) ?? { id: 'submitted', name: '' }
  const common = { jurisdiction, contacts, on: '2026-01-01' }
  const unit = unitText({ ...common, id: 'danwei', name: '单位全称', category: 'government-organ' })
  const system = systemText(
    {
      ...common,
      unit: 'danwei',
      id: 'xitong',
      name: '系统名称',
      origin: 'new',
      purpose: '政务服务',
      mlps: 2,
      services: [{ zone, item: '服务项', quantity: 1 }],
      papers: [],
      facts: new Map(),
    },
    {
      regulation: profile.regulation.title,
      event,
      itemName: () => undefined,
      lacking: (profile.requirements ?? [])
        .filter(({ on }) => on.includes(event.id))
        .map(one => lackingOf(profile, one)),
    },
  )
  return [
    ['docs/blank-unit.yaml', unit],
    ['docs/blank-system.yaml', system],
  ]
}

/** Whatever may be asked for, whichever the case: the check says what is. */
function lackingOf(profile: JurisdictionProfile, requirement: Requirement) {
  const { papers = [], anyPaper = [] } = requirement
  return { article: groundOf(profile, requirement), papers, anyPaper, facts: [] }
}
