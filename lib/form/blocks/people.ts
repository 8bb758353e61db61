import type { PeopleBlock } from '../../../generated/types/form.ts'
import type { Part } from '../document.ts'
import { readFact } from '../facts/index.ts'
import { contactMembers } from '../facts/unit.ts'
import type { Subject } from '../subject.ts'
import { cell, headingRow, known } from './table.ts'

const widths = { label: 36, name: 26, title: 32, phone: 33, email: 33 } as const

/** People, their posts and how to reach them. A post or an address is not always there and leaves no blank. */
export function composePeople(block: PeopleBlock, subject: Subject): readonly Part[] {
  const head = {
    cells: [
      cell('head', widths.label, '人员'),
      ...contactMembers.map(([member, name]) => cell('head', widths[member], name)),
    ],
    keepNext: true as const,
  }
  const rows = block.rows.map(({ label, contact }) => ({
    cells: [
      cell('label', widths.label, label),
      ...contactMembers.map(([member]) => {
        const { value, label: blank } = readFact(`${contact}.${member}`, subject)
        const needed = member === 'name' || member === 'phone'
        if (needed) return known('centred', widths[member], value?.text, blank)
        return cell('centred', widths[member], value?.text ?? '')
      }),
    ],
  }))
  return [{ kind: 'table', rows: [...headingRow(block.heading), head, ...rows] }]
}
