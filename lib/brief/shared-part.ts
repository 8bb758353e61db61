import type { Text } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import { jurisdictionTerm, systemTerm, unitTerm } from '../term/index.ts'
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
      blocks: bySubject(after, differences),
    },
    { id: 'files', name: { zh: '数据以外的文件', en: 'files that are no data' }, blocks: filesIn(change) },
    {
      id: 'effects',
      name: { zh: '影响到哪些系统', en: 'which systems it affects' },
      blocks: bySubject(after, effects),
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
  if (files.length === 0) return []
  const left = files.length - shown
  const rest: Text = { zh: `另有 ${left} 个`, en: `${left} more` }
  const items = files.slice(0, shown).map(same)
  return [{ kind: 'list', items: left > 0 ? [...items, rest] : items }]
}

/** So many are told one by one; a price may concern ten thousand systems, and `tenantry diff` names them all. */
const shown = 40

function bySubject(model: Model, differences: readonly KindedDifference[]): readonly Block[] {
  if (differences.length === 0) return []
  const items = differences.slice(0, shown).map((difference): Text => {
    const { zh, en } = inWords(difference)
    const subject = subjectTerm(model, difference.subject)
    return { zh: `${subject.zh}：${zh}`, en: `${subject.en}: ${en}` }
  })
  const left = differences.length - shown
  const rest: Text = { zh: `另有 ${left} 处，见 tenantry diff`, en: `${left} more: see tenantry diff` }
  return [{ kind: 'list', items: left > 0 ? [...items, rest] : items }]
}

function subjectTerm(model: Model, subject: string): Text {
  if (model.systemByAddress.has(subject)) return systemTerm(model, subject)
  if (model.unitByAddress.has(subject)) return unitTerm(model, subject)
  const item = model.catalogue.items.get(subject)?.value.name
  if (item !== undefined) return { zh: `${item.zh}（${subject}）`, en: `${item.en} (${subject})` }
  const profile = model.catalogue.jurisdictions.get(subject)?.value
  return profile === undefined ? same(subject) : jurisdictionTerm(profile)
}
