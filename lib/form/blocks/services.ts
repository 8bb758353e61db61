import type { ServicesBlock } from '../../../generated/types/form.ts'
import { isInForce, type ListedService, pairServices, type ServicePair } from '../../entitlement/index.ts'
import { amountInFigures, amountInWords } from '../../money/amount.ts'
import { feesOn, totalsOf } from '../../money/fee.ts'
import { type LineFee, lineFees } from '../../money/line-fee.ts'
import { periodNames } from '../../money/words.ts'
import { formWidth, type Part, type Row } from '../document.ts'
import { zoneNames } from '../facts/zones.ts'
import { standardText, totalText, unpricedNote } from '../fees.ts'
import {
  changedServices,
  feeDate,
  grantedServices,
  itemName,
  itemUnit,
  poolName,
  pricingOf,
  requestedServices,
  termText,
  verifiedServices,
} from '../services.ts'
import type { Subject } from '../subject.ts'
import { emWidth } from '../width.ts'
import { type Column, cell, headingRow, listRows, merged, serialColumn } from './table.ts'

/** How many empty rows a list has for writing when it holds nothing. */
const emptyRows = 4

type Listed = Omit<ListedService, 'quantity'>

/** Services as a list, by zone. */
export function composeServices(block: ServicesBlock, subject: Subject): readonly Part[] {
  const { system } = subject
  if (system === undefined) return []
  const heading = headingRow(block.heading)
  const list: Readonly<Record<ServicesBlock['of'], () => readonly Row[]>> = {
    requested: () => quantities(block, requestedServices(system), subject),
    granted: () => quantities(block, grantedServices(system), subject),
    verified: () =>
      comparison(subject, pairServices(requestedServices(system), verifiedServices(system)), {
        before: '申请',
        after: '核定',
        last: remark('核定意见'),
        open: { before: system.asked === undefined, after: !system.isAnswered },
      }),
    change: () => {
      const { lines, differ } = changedServices(system)
      return comparison(subject, lines, {
        before: '变更前',
        after: '变更后',
        last: difference(!differ),
        open: { before: false, after: !differ },
      })
    },
  }
  return [{ kind: 'table', rows: [...heading, ...list[block.of]()] }]
}

/** What every list of services begins with; where columns are many, a line's term stands under its service. */
function common<T extends Listed>(
  subject: Subject,
  entries: readonly T[],
  terms: 'apart' | 'with-service',
): readonly Column<T>[] {
  const names = zoneNames(subject)
  const { model } = subject
  const service = ({ item, from, to }: T): string => {
    const term = terms === 'apart' ? undefined : termText({ from, to })
    return term === undefined ? itemName(model, item) : `${itemName(model, item)}\n（${term}）`
  }
  return [
    { ...serialColumn, text: (_, index) => `${index + 1}` },
    {
      head: '部署区域',
      width: zoneWidth(entries.map(({ zone }) => names(zone))),
      fixed: true,
      kind: 'centred',
      text: entry => zoneText(entry, names, subject),
    },
    { head: '服务名称', width: 52, kind: 'value', text: service },
    {
      head: '计量\n单位',
      width: 16.5,
      fixed: true,
      kind: 'centred',
      text: ({ item }) => itemUnit(model, item),
    },
  ]
}

const [shortestZone, longestZone] = [4, 6]

/** As wide as the longest of the zones' names, in characters of 小四 with the padding of a cell. */
function zoneWidth(names: readonly string[]): number {
  const longest = Math.max(shortestZone, ...names.map(emWidth))
  return Math.min(longest, longestZone) * 4.25 + 3.5
}

function zoneText({ zone, pool }: Listed, names: (zone: string) => string, subject: Subject): string {
  const special = poolName(subject, zone, pool)
  return special === undefined ? names(zone) : `${names(zone)}\n（${special}）`
}

/** The term column is there when any line has a term of its own: phased resources (XS-19.2). */
function term<T extends Listed>(entries: readonly T[]): readonly Column<T>[] {
  if (entries.every(({ from, to }) => from === undefined && to === undefined)) return []
  return [
    {
      head: '使用期限',
      width: 37,
      fixed: true,
      kind: 'centred',
      text: entry => (termText(entry) ?? '长期').replace('至', '至\n'),
    },
  ]
}

/** Rows with the zone written once for all of its services. */
function byZone<T extends Listed>(columns: readonly Column<T>[], entries: readonly T[]): readonly Row[] {
  const [head, ...rows] = listRows(columns, entries)
  const zones = entries.map(({ zone, pool }) => `${zone} ${pool}`)
  return [...(head === undefined ? [] : [head]), ...merged(rows, 1, zones)]
}

function emptyList<T>(columns: readonly Column<T>[]): readonly Row[] {
  const empty = columns.map(column => ({ ...column, text: () => '', blank: '云资源清单' }))
  return listRows(
    empty,
    Array.from({ length: emptyRows }, () => 0),
  )
}

function quantities(
  { quantity = '数量', fees = false }: ServicesBlock,
  entries: readonly ListedService[],
  subject: Subject,
): readonly Row[] {
  const columns: readonly Column<ListedService>[] = [
    ...common(subject, entries, fees ? 'with-service' : 'apart'),
    { head: quantity, width: 14, fixed: true, kind: 'centred', text: entry => `${entry.quantity}` },
    ...(fees ? [] : term(entries)),
    ...(fees ? feeColumns(entries, subject) : [remark<ListedService>('备注')]),
  ]
  if (entries.length === 0) return emptyList(columns)
  return [...byZone(columns, entries), ...(fees ? totals(entries, subject) : [])]
}

function feeColumns(entries: readonly ListedService[], subject: Subject): readonly Column<ListedService>[] {
  const fees = new Map(lineFees(pricingOf(subject), entries, feeDate(subject)).map(fee => [fee.line, fee]))
  const text = (entry: ListedService, of: (fee: LineFee<ListedService>) => readonly string[]): string => {
    const fee = fees.get(entry)
    return fee === undefined ? '' : of(fee).join('\n')
  }
  return [
    {
      head: '费用标准\n（元）',
      width: 28,
      fixed: true,
      kind: 'number',
      text: entry => text(entry, ({ charges }) => charges.map(standardText)),
      blank: '费用标准',
    },
    {
      head: '费用\n（元）',
      width: 28,
      fixed: true,
      kind: 'number',
      text: entry => text(entry, fee => totalTexts(fee, entries)),
      blank: '费用',
    },
  ]
}

function totalTexts(
  { charges, paidWith }: LineFee<ListedService>,
  entries: readonly ListedService[],
): readonly string[] {
  if (paidWith !== undefined) return [`与第${entries.indexOf(paidWith) + 1}项合计`]
  return charges.map(totalText)
}

/** One line for each of the periods that fees are counted in; phased resources count while they are there. */
function totals(entries: readonly ListedService[], subject: Subject): readonly Row[] {
  const date = feeDate(subject)
  const { amounts, unpriced } = totalsOf(feesOn(pricingOf(subject), entries, date))
  const phased = entries.some(entry => !isInForce(entry, date))
  const rest = phased ? '；分期资源按使用期限计费' : ''
  const sums = amounts.map(({ per, amount }) =>
    totalRow(
      `${periodNames[per].zh}费用合计`,
      `${amountInFigures(amount)}（大写：人民币${amountInWords(amount)}）${rest}`,
    ),
  )
  return unpriced === 0 ? sums : [...sums, totalRow('未计入合计', unpricedNote(unpriced))]
}

function totalRow(name: string, value: string): Row {
  return { cells: [cell('label', 40, name), cell('value', formWidth - 40, value)] }
}

interface Comparison {
  readonly before: string
  readonly after: string
  readonly last: Column<ServicePair>
  /** Which of the quantities are still to be written in. */
  readonly open: { readonly before: boolean; readonly after: boolean }
}

function comparison(
  subject: Subject,
  changes: readonly ServicePair[],
  { before, after, last, open }: Comparison,
): readonly Row[] {
  const columns: readonly Column<ServicePair>[] = [
    ...common(subject, changes, 'with-service'),
    quantityColumn(before, open.before, change => change.before),
    quantityColumn(after, open.after, change => change.after),
    last,
  ]
  return changes.length === 0 ? emptyList(columns) : byZone(columns, changes)
}

function quantityColumn(
  name: string,
  isOpen: boolean,
  quantity: (change: ServicePair) => number,
): Column<ServicePair> {
  return {
    head: `${name}\n数量`,
    width: 16.5,
    fixed: true,
    kind: 'centred',
    text: change => (isOpen ? undefined : `${quantity(change)}`),
    ...(isOpen ? { blank: `${name}数量` } : {}),
  }
}

/** Nothing differs in a form that is still to be written on. */
function difference(pending: boolean): Column<ServicePair> {
  return {
    head: '增减',
    width: 15,
    fixed: true,
    kind: 'centred',
    text: ({ before, after }) => (pending ? '' : differenceText(before, after)),
  }
}

function differenceText(before: number, after: number): string {
  if (before === after) return '不变'
  return after > before ? `+${after - before}` : `－${before - after}`
}

function remark<T>(head: string): Column<T> {
  return { head, width: 24, kind: 'value', text: () => '' }
}
