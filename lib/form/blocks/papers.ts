import type { PapersBlock } from '../../../generated/types/form.ts'
import { requirementsAt } from '../../profile/requirements.ts'
import { chineseDate } from '../date.ts'
import type { Part } from '../document.ts'
import { paperOf } from '../facts/history.ts'
import type { Subject, SystemSubject } from '../subject.ts'
import { type Column, headingRow, listRows, serialColumn } from './table.ts'

/** A paper that is asked for: any one of the types will do. */
interface Wanted {
  readonly types: readonly string[]
}

/**
 * The papers of an event: those that the profile requires in this case, then whatever else was handed in with it. The
 * form itself is one of them and is left out.
 */
export function composePapers(block: PapersBlock, subject: Subject): readonly Part[] {
  const { system, form } = subject
  if (system === undefined) return []
  const required = requiredPapers(block.event, subject, system)
  const named = new Set(required.flatMap(({ types }) => types))
  const event = system.history.slice(system.span.begin).findLast(({ event }) => event === block.event)
  const others = (event?.papers ?? []).map(({ type }) => type).filter(type => !named.has(type))
  const wanted = [...required, ...[...new Set(others)].map(type => ({ types: [type] }))]
  const listed = wanted.filter(({ types }) => !types.includes(form.name))
  if (listed.length === 0) return []
  return [
    { kind: 'table', rows: [...headingRow(block.heading), ...listRows(columns(subject, system), listed)] },
  ]
}

function requiredPapers(event: string, { profile }: Subject, system: SystemSubject): readonly Wanted[] {
  const requirements = requirementsAt(profile, event, system.case)
  const wanted = requirements.flatMap(({ papers = [], anyPaper = [] }) => [
    ...papers.map(type => [type]),
    ...(anyPaper.length === 0 ? [] : [anyPaper]),
  ])
  return [...new Map(wanted.map(types => [types.join('\n'), { types }])).values()]
}

function columns(subject: Subject, system: SystemSubject): readonly Column<Wanted>[] {
  const paper = ({ types }: Wanted) =>
    types.map(type => paperOf(system, subject, type)).find(found => found !== undefined)
  return [
    { ...serialColumn, text: (_, index) => `${index + 1}` },
    { head: '材料名称', width: 48, kind: 'value', text: ({ types }) => types.join(' 或 ') },
    { head: '文号（编号）', width: 48, kind: 'centred', text: wanted => paper(wanted)?.number },
    {
      head: '日期',
      width: 37,
      fixed: true,
      kind: 'centred',
      text: wanted => {
        const on = paper(wanted)?.on
        return on === undefined ? undefined : chineseDate(on)
      },
    },
    {
      head: '提交',
      width: 15,
      fixed: true,
      kind: 'centred',
      text: wanted => (paper(wanted) === undefined ? '☐' : '☑'),
    },
  ]
}
