import type { ExchangeBlock } from '../../../generated/types/form.ts'
import { endsOf } from '../../network/exposure.ts'
import type { Part } from '../document.ts'
import { zoneNames } from '../facts/zones.ts'
import { basisText, type ListedOpening, portsText, wayText } from '../openings.ts'
import type { Subject } from '../subject.ts'
import { composeListed, listedFor } from './listed-openings.ts'
import { type Column, serialColumn } from './table.ts'

/** What goes from one zone to another, and through which gateway. */
export function composeExchange(block: ExchangeBlock, subject: Subject): readonly Part[] {
  const entries = listedFor(block.of, subject, ({ direction }) => direction === 'exchange')
  return composeListed(block, subject, exchangeColumns(subject), entries)
}

export function exchangeColumns(subject: Subject): readonly Column<ListedOpening>[] {
  const names = zoneNames(subject)
  const gateways = subject.model.catalogue.platform.value.gateways ?? []
  const gateway = (peer: string): string => {
    const id = peer.replace(/^gateway:/, '')
    return gateways.find(gateway => gateway.id === id)?.name ?? id
  }
  return [
    { ...serialColumn, text: (_, index) => `${index + 1}` },
    { head: '数据流向', width: 40, kind: 'value', text: ({ line }) => wayText(endsOf(line), names) },
    { head: '交换网关', width: 34, kind: 'value', text: ({ line }) => gateway(line.peerText) },
    {
      head: '协议',
      width: 15,
      fixed: true,
      kind: 'centred',
      text: ({ line }) => line.protocol.toUpperCase(),
    },
    { head: '端口', width: 20, kind: 'centred', text: ({ line }) => portsText(line) },
    { head: '授权文件（期限）', width: 34, kind: 'value', text: ({ line }) => basisText(line) },
  ]
}
