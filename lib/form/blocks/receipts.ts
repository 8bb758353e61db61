import type { ReceiptsBlock } from '../../../generated/types/form.ts'
import type { HistoryEvent } from '../../../generated/types/system.ts'
import { holdsOn, periodOf } from '../../clock/period.ts'
import { grantIndexOn, listedServices } from '../../entitlement/index.ts'
import { entryOf } from '../../model/entry.ts'
import type { System } from '../../model/model.ts'
import { chineseDate } from '../date.ts'
import { formWidth, type Part } from '../document.ts'
import { servicesInWords } from '../facts/services.ts'
import type { Subject } from '../subject.ts'
import { type Column, cell, headingRow, listRows, serialColumn } from './table.ts'

interface Receipt {
  readonly system: System
  readonly event: HistoryEvent
}

/** What was completed in the period, over the subject's systems, in the order in which it was. */
export function composeReceipts(block: ReceiptsBlock, subject: Subject): readonly Part[] {
  const receipts = receiptsOf(subject)
  const none = [{ cells: [cell('centred', formWidth, '本期无办结业务')] }]
  const [head, ...rows] = listRows(columns(subject), receipts)
  const list = [...(head === undefined ? [] : [head]), ...(rows.length === 0 ? none : rows)]
  return [{ kind: 'table', rows: [...headingRow(block.heading), ...list] }]
}

function receiptsOf({ model, profile, unit, form, period }: Subject): readonly Receipt[] {
  const stages = form.stages ?? {}
  const reported = periodOf(period?.from, period?.to ?? model.asOf)
  const prefix = `${unit?.address ?? profile.metadata.id}/`
  return model.systems
    .filter(({ address }) => address.startsWith(prefix))
    .flatMap(system => system.value.history.map(event => ({ system, event })))
    .filter(({ event }) => Object.hasOwn(stages, event.event))
    .filter(({ event }) => holdsOn(reported, event.on) && event.on <= model.asOf)
    .toSorted((a, b) => (a.event.on < b.event.on ? -1 : a.event.on > b.event.on ? 1 : 0))
}

function columns(subject: Subject): readonly Column<Receipt>[] {
  const { model, form } = subject
  return [
    { ...serialColumn, text: (_, index) => `${index + 1}` },
    {
      head: '使用部门（单位）',
      width: 26,
      kind: 'value',
      text: ({ system }) => {
        const { jurisdiction, unit } = system.value.metadata
        return model.unitByAddress.get(`${jurisdiction}/${unit}`)?.value.metadata.name ?? unit
      },
    },
    { head: '信息系统', width: 26, kind: 'value', text: ({ system }) => system.value.metadata.name },
    {
      head: '业务类型',
      width: 22,
      kind: 'centred',
      text: ({ event }) => entryOf(form.stages ?? {}, event.event),
    },
    { head: '办结日期', width: 24, kind: 'centred', text: ({ event }) => chineseDate(event.on) },
    {
      head: '回执单\n编号',
      width: 28,
      kind: 'centred',
      text: ({ event }) => event.papers?.find(paper => paper.number !== undefined)?.number,
      blank: '回执单编号',
    },
    { head: '云资源', width: 40, kind: 'value', text: receipt => resources(receipt, subject) },
  ]
}

/** What the system was granted on the day: after exit, what was given back. */
function resources({ system, event }: Receipt, subject: Subject): string {
  const { history } = system.value
  const grants = history[grantIndexOn(history, event.on)]?.grants ?? {}
  return servicesInWords(listedServices(grants), subject)
}
