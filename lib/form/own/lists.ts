import type { ListedService } from '../../entitlement/index.ts'
import { exchangeColumns } from '../blocks/exchange.ts'
import { listedFor } from '../blocks/listed-openings.ts'
import { openingColumns } from '../blocks/openings.ts'
import { chineseDate } from '../date.ts'
import { zoneNames } from '../facts/zones.ts'
import {
  changedServices,
  grantedServices,
  itemName,
  itemUnit,
  requestedServices,
  termText,
} from '../services.ts'
import type { Subject, SystemSubject } from '../subject.ts'

export type ListRow = Readonly<Record<string, string>>

/** A list that a template may repeat a row for. */
export interface FieldList {
  readonly members: readonly string[]
  /** Undefined where nothing tells what it holds: it is left open. */
  readonly rows: (system: SystemSubject, subject: Subject) => readonly ListRow[] | undefined
}

const services = ['zone', 'service', 'unit', 'quantity', 'term'] as const
const openings = ['index', 'zone', 'direction', 'peer', 'protocol', 'ports', 'basis'] as const
const exchange = ['index', 'way', 'gateway', 'protocol', 'ports', 'basis'] as const

/** By the name that opens and closes it: `{#list.requested}…{/list.requested}`. */
export const fieldLists: ReadonlyMap<string, FieldList> = new Map<string, FieldList>([
  [
    'list.requested',
    {
      members: services,
      rows: (system, subject) =>
        system.asked && requestedServices(system).map(line => serviceRow(line, `${line.quantity}`, subject)),
    },
  ],
  [
    'list.granted',
    {
      members: services,
      rows: (system, subject) =>
        grantedServices(system).map(line => serviceRow(line, `${line.quantity}`, subject)),
    },
  ],
  [
    'list.change',
    {
      members: [...services, 'before', 'after'],
      rows: (system, subject) =>
        system.asked &&
        changedServices(system).lines.map(line => ({
          ...serviceRow(line, `${line.after}`, subject),
          before: `${line.before}`,
          after: `${line.after}`,
        })),
    },
  ],
  [
    'list.openings',
    {
      members: openings,
      rows: (_, subject) =>
        listedFor('requested', subject, ({ direction }) => direction !== 'exchange')?.map((entry, index) =>
          rowOf(
            openings,
            openingColumns(subject).map(({ text }) => text(entry, index)),
          ),
        ),
    },
  ],
  [
    'list.exchange',
    {
      members: exchange,
      rows: (_, subject) =>
        listedFor('requested', subject, ({ direction }) => direction === 'exchange')?.map((entry, index) =>
          rowOf(
            exchange,
            exchangeColumns(subject).map(({ text }) => text(entry, index)),
          ),
        ),
    },
  ],
  [
    'list.papers',
    {
      members: ['type', 'number', 'on'],
      rows: ({ history, span }) =>
        history.slice(span.begin).flatMap(({ papers = [] }) =>
          papers.map(({ type, number = '', on }) => ({
            type,
            number,
            on: on === undefined ? '' : chineseDate(on),
          })),
        ),
    },
  ],
])

function serviceRow(
  { zone, item, from, to }: Omit<ListedService, 'quantity'>,
  quantity: string,
  subject: Subject,
): ListRow {
  const { model } = subject
  return {
    zone: zoneNames(subject)(zone),
    service: itemName(model, item),
    unit: itemUnit(model, item),
    quantity,
    term: termText({ from, to }) ?? '',
  }
}

function rowOf(members: readonly string[], texts: readonly (string | undefined)[]): ListRow {
  return Object.fromEntries(members.map((member, index) => [member, texts[index] ?? '']))
}
