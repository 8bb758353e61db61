import type { JurisdictionProfile, Requirement } from '../../../generated/types/jurisdiction.ts'
import type { Paper } from '../../../generated/types/system.ts'
import type { Text } from '../../finding/finding.ts'
import { unitAddressOf } from '../../model/address.ts'
import type { System } from '../../model/model.ts'
import { caseOf } from '../../profile/case.ts'
import { bindsOn } from '../../profile/decisions.ts'
import { owedAt } from '../../profile/owed.ts'
import { requirementsAt, type UnmetRequirement } from '../../profile/requirements.ts'
import { paperTitle } from '../../term/index.ts'
import { tableOf } from '../blocks.ts'
import type { Table } from '../brief.ts'
import type { SystemChange } from '../change.ts'
import { groundIn } from '../grounds.ts'
import { clipped, empty, same } from '../words.ts'
import type { SystemSection } from './section.ts'

export const papers: SystemSection = {
  id: 'papers',
  name: { zh: '材料', en: 'papers' },
  blocks: change => {
    const { has, profile, appended } = change
    if (has === undefined || profile === undefined) return []
    const rows = once(appended.flatMap(index => papersAt(change, profile, has, index)))
    return tableOf(columns, rows.map(cellsOf))
  },
}

interface PaperRow {
  /** One, or those of which any would do. */
  readonly types: readonly string[]
  readonly paper: Paper | undefined
  readonly standing: Text
  readonly ground: Text
}

const standings = {
  present: { zh: '已附', en: 'present' },
  missing: { zh: '缺', en: 'missing' },
  later: { zh: '缺，可后补', en: 'missing, may follow' },
  expired: { zh: '已过期', en: 'expired' },
  accreditation: { zh: '出具单位没有所需的认可', en: 'its issuer lacks the accreditation' },
} as const satisfies Readonly<Record<string, Text>>

/** What each requirement of an event wants, then what else was filed with it. */
function papersAt(
  { after }: SystemChange,
  profile: JurisdictionProfile,
  system: System,
  index: number,
): readonly PaperRow[] {
  const event = system.value.history[index]
  if (event === undefined) return []
  const owed = new Map(
    owedAt(after, profile, system, { event: event.event, index, on: event.on }).map(one => [
      one.unmet.requirement,
      one,
    ]),
  )
  const asked = requirementsAt(profile, event.event, caseOf(after, profile, system, index)).filter(
    requirement => bindsOn(profile, requirement, event.on),
  )
  const unit = after.unitByAddress.get(unitAddressOf(system))?.value
  const filed = [
    ...(unit?.papers ?? []),
    ...(system.value.papers ?? []),
    ...system.value.history.slice(0, index + 1).flatMap(one => one.papers ?? []),
  ]
  const wanted = asked.flatMap(requirement =>
    typesOf(requirement).map(types => {
      const { unmet, deferred = false } = owed.get(requirement) ?? {}
      return rowOf({ types, filed, unmet, deferred, ground: groundIn(profile, requirement) })
    }),
  )
  const others = (event.papers ?? []).map(paper => ({
    types: [paper.type],
    paper,
    standing: standings.present,
    ground: empty,
  }))
  return [...wanted, ...others]
}

/** Each paper by itself; those of which any one would do together. */
function typesOf({ papers: all = [], anyPaper = [] }: Requirement): readonly (readonly string[])[] {
  return [...all.map(type => [type]), ...(anyPaper.length === 0 ? [] : [anyPaper])]
}

interface Wanted {
  readonly types: readonly string[]
  readonly filed: readonly Paper[]
  readonly unmet: UnmetRequirement | undefined
  readonly deferred: boolean
  readonly ground: Text
}

function rowOf({ types, filed, unmet, deferred, ground }: Wanted): PaperRow {
  const paper = filed.findLast(({ type }) => types.includes(type))
  const isMissing = unmet?.papers.some(one => types.includes(one)) ?? false
  const isAnyMissing = types.length > 1 && (unmet?.anyPaper.length ?? 0) > 0
  if (isMissing || isAnyMissing)
    return {
      types,
      paper: undefined,
      standing: deferred ? standings.later : standings.missing,
      ground,
    }
  const fault = unmet?.invalid.find(one => types.includes(one.paper.type))
  return {
    types: paper === undefined ? types : [paper.type],
    paper: fault?.paper ?? paper,
    standing: fault === undefined ? standings.present : standings[fault.reason],
    ground,
  }
}

/** What several requirements and events ask for is one paper; one that is wanting comes before one that is there. */
function once(rows: readonly PaperRow[]): readonly PaperRow[] {
  const inOrder = rows.toSorted(
    (a, b) => Number(a.standing === standings.present) - Number(b.standing === standings.present),
  )
  const byType = new Map<string, PaperRow>()
  for (const row of inOrder) {
    const key = row.types.join('\n')
    if (!byType.has(key)) byType.set(key, row)
  }
  return [...byType.values()]
}

const columns: Table['columns'] = [
  { zh: '材料', en: 'paper' },
  { zh: '文号', en: 'number' },
  { zh: '日期', en: 'day' },
  { zh: '是否齐备', en: 'standing' },
  { zh: '依据', en: 'ground' },
]

function cellsOf({ types, paper, standing, ground }: PaperRow): readonly Text[] {
  const titles = types.map(paperTitle)
  return [
    { zh: titles.join('或'), en: titles.join(' or ') },
    paper?.number === undefined ? empty : clipped(paper.number),
    same(paper?.on ?? ''),
    standing,
    ground,
  ]
}
