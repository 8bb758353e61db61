import type { Sides } from '../difference/index.ts'
import type { Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Model } from '../model/model.ts'
import { cataloguePartTerms, itemTerm, jurisdictionTerm, systemTerm, unitTerm } from '../term/index.ts'
import { listOf } from './blocks.ts'
import type { Block, Part, Section } from './brief.ts'
import type { KindedDifference, SharedChange } from './change.ts'
import { approvalBlocks } from './sections/approval.ts'
import { inWords } from './sections/others.ts'
import { same } from './words.ts'

/** What a change makes otherwise for more than one system: in words, and whom it affects. */
export function sharedPart(change: SharedChange): readonly Part[] {
  const { before, after, approvals, differences, effects } = change
  const sections: readonly Section[] = [
    {
      id: 'differences',
      name: { zh: '改变了什么', en: 'what differs' },
      blocks: bySubject(change, differences),
    },
    { id: 'files', name: { zh: '数据以外的文件', en: 'files that are no data' }, blocks: filesIn(change) },
    {
      id: 'effects',
      name: { zh: '影响到哪些系统', en: 'which systems it affects' },
      blocks: bySubject(change, effects),
    },
    {
      id: 'approval',
      name: { zh: '审批', en: 'approval' },
      blocks: approvalBlocks([before, after], approvals),
    },
  ]
  const filled = sections.filter(({ blocks }) => blocks.length > 0)
  if (filled.length === 0) return []
  const heading = { zh: '目录、办法、单位和人员', en: 'Catalogue, regulations, units and people' }
  return [{ subject: undefined, heading, sections: filled }]
}

function filesIn({ files }: SharedChange): readonly Block[] {
  return shortList(files.map(same), left => ({ zh: `另有 ${left} 个`, en: `${left} more` }))
}

/** So many are told one by one; a price may concern ten thousand systems, and `tenantry diff` names them all. */
const shown = 40

function bySubject(sides: Sides, differences: readonly KindedDifference[]): readonly Block[] {
  const items = differences.map((difference): Text => {
    const { zh, en } = inWords(difference)
    const subject = subjectTerm(sides, difference.subject)
    return { zh: `${subject.zh}：${zh}`, en: `${subject.en}: ${en}` }
  })
  return shortList(items, left => ({
    zh: `另有 ${left} 处，见 tenantry diff`,
    en: `${left} more: see tenantry diff`,
  }))
}

function shortList(items: readonly Text[], rest: (left: number) => Text): readonly Block[] {
  const left = items.length - shown
  return listOf(left > 0 ? [...items.slice(0, shown), rest(left)] : items)
}

/** By its name; what is gone was called so before. */
function subjectTerm({ before, after }: Sides, subject: string): Text {
  return termIn(after, subject) ?? termIn(before, subject) ?? same(subject)
}

function termIn(model: Model, subject: string): Text | undefined {
  if (model.systemByAddress.has(subject)) return systemTerm(model, subject)
  if (model.unitByAddress.has(subject)) return unitTerm(model, subject)
  if (model.catalogue.items.has(subject)) return itemTerm(model, subject)
  const profile = model.catalogue.jurisdictions.get(subject)?.value
  return profile === undefined ? entryOf(cataloguePartTerms, subject) : jurisdictionTerm(profile)
}
