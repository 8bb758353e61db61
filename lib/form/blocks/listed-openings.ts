import type { Opening } from '../../network/exposure.ts'
import { formWidth, type Part } from '../document.ts'
import { changedOpenings, type ListedOpening, requestedOpenings } from '../openings.ts'
import type { Subject } from '../subject.ts'
import { type Column, headingRow, known, listRows } from './table.ts'

type Of = 'requested' | 'change'

/** Undefined where nothing tells what the case asks for: it is no list of nothing. */
export function listedFor(
  of: Of,
  subject: Subject,
  belongs: (line: Opening) => boolean,
): readonly ListedOpening[] | undefined {
  const { system } = subject
  if (system?.asked === undefined) return undefined
  const entries =
    of === 'change'
      ? changedOpenings(system, subject)
      : requestedOpenings(system).map(line => ({ line, change: undefined }))
  return entries.filter(({ line }) => belongs(line))
}

const changes = { added: '新增', kept: '不变', ended: '取消' } as const

export function composeListed(
  { heading, of }: { readonly heading?: string; readonly of: Of },
  { system }: Subject,
  columns: readonly Column<ListedOpening>[],
  entries: readonly ListedOpening[] | undefined,
): readonly Part[] {
  if (system === undefined) return []
  const rows = headingRow(heading)
  if (entries === undefined || entries.length === 0) {
    const none = known('centred', formWidth, entries && '无', heading ?? '')
    return [{ kind: 'table', rows: [...rows, { cells: [none] }] }]
  }
  const change: Column<ListedOpening> = {
    head: '变更',
    width: 15,
    fixed: true,
    kind: 'centred',
    text: ({ change }) => (change === undefined ? '' : changes[change]),
  }
  return [
    {
      kind: 'table',
      rows: [...rows, ...listRows(of === 'change' ? [...columns, change] : columns, entries)],
    },
  ]
}
