import type { OpeningsBlock } from '../../../generated/types/form.ts'
import type { Part } from '../document.ts'
import { zoneNames } from '../facts/zones.ts'
import { basisText, type ListedOpening, peerText, placeText, portsText } from '../openings.ts'
import type { Subject } from '../subject.ts'
import { composeListed, listedFor } from './listed-openings.ts'
import { type Column, serialColumn } from './table.ts'

const directions = { ingress: '访问本系统', egress: '本系统访问' } as const

/** The access rules that the signature approves. */
export function composeOpenings(block: OpeningsBlock, subject: Subject): readonly Part[] {
  const entries = listedFor(block.of, subject, ({ direction }) => direction !== 'exchange')
  return composeListed(block, subject, openingColumns(subject), entries)
}

export function openingColumns(subject: Subject): readonly Column<ListedOpening>[] {
  const names = zoneNames(subject)
  return [
    { ...serialColumn, text: (_, index) => `${index + 1}` },
    { head: '部署区域', width: 24, kind: 'centred', text: ({ line }) => placeText(line, names) },
    {
      head: '方向',
      width: 26,
      fixed: true,
      kind: 'centred',
      text: ({ line: { direction } }) => (direction === 'exchange' ? '' : directions[direction]),
    },
    { head: '对端', width: 34, kind: 'value', text: ({ line }) => peerText(line, subject) },
    {
      head: '协议',
      width: 15,
      fixed: true,
      kind: 'centred',
      text: ({ line }) => line.protocol.toUpperCase(),
    },
    { head: '端口', width: 30, kind: 'centred', text: ({ line }) => portsText(line) },
    { head: '授权文件（期限）', width: 28, kind: 'value', text: ({ line }) => basisText(line) },
  ]
}
