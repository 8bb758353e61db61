import type { Text } from '../../finding/finding.ts'
import type { ZoneSummary } from '../capacity.ts'
import { type CaseSummary, type Urgency, urgencies } from '../case-summary.ts'
import type { Duty } from '../duty.ts'
import { type Html, html } from '../html.ts'
import { bilingual } from '../wording.ts'
import { grantedPart, requestPart } from './request.ts'

export const urgencyNames: Readonly<Record<Urgency, Text>> = {
  overdue: { zh: '已逾期', en: 'overdue' },
  'due-soon': { zh: '临近到期', en: 'due soon' },
  due: { zh: '有期限', en: 'due by a day' },
  'under-way': { zh: '办理中', en: 'under way' },
  standing: { zh: '无待办', en: 'nothing to do' },
  ended: { zh: '已终止', en: 'ended' },
}

interface Column {
  readonly id: string
  readonly name: Text
  readonly cell: (one: CaseSummary, zones: readonly ZoneSummary[]) => Html
}

const due: Column = { id: 'due', name: { zh: '到期', en: 'due' }, cell: duePart }
const next: Column = {
  id: 'next',
  name: { zh: '由谁办理、下一步', en: 'who acts, and what comes next' },
  cell: nextPart,
}
const system: Column = { id: 'system', name: { zh: '信息系统', en: 'system' }, cell: systemPart }
const state: Column = { id: 'state', name: { zh: '状态', en: 'state' }, cell: statePart }
const services: Column = {
  id: 'services',
  name: { zh: '申请与授予', en: 'asked and granted' },
  cell: (one, zones) => html`${requestPart(one, zones)}${grantedPart(one, zones)}`,
}
const fee: Column = { id: 'fee', name: { zh: '费用标准合计', en: 'fees' }, cell: feePart }

const whole = [due, system, state, next, services, fee]
/** Nobody is to act: on paper each takes a line. */
const short = [system, state, services, fee]
const quiet: ReadonlySet<Urgency> = new Set(['standing', 'ended'])

/** Cases by how soon somebody has to act, the most pressing first; within a group by day, then by address. */
export function caseGroups(cases: readonly CaseSummary[], zones: readonly ZoneSummary[]): readonly Html[] {
  const groups = Map.groupBy(cases, ({ urgency }) => urgency)
  return urgencies.flatMap(urgency => {
    const group = groups.get(urgency) ?? []
    return group.length === 0 ? [] : [groupSection(urgency, group, zones)]
  })
}

/** The most pressing first. */
export function byUrgency(a: CaseSummary, b: CaseSummary): number {
  const rank = urgencies.indexOf(a.urgency) - urgencies.indexOf(b.urgency)
  return rank || compareTexts(dueOf(a), dueOf(b)) || compareTexts(a.address, b.address)
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function dueOf({ duties: [nearest] }: CaseSummary): string {
  return nearest?.due ?? ''
}

function groupSection(urgency: Urgency, cases: readonly CaseSummary[], zones: readonly ZoneSummary[]): Html {
  const isQuiet = quiet.has(urgency)
  const columns = isQuiet ? short : whole
  return html`<section class="group" id="${urgency}">
<h2>${bilingual(urgencyNames[urgency])} <b class="count">${cases.length}</b></h2>
<table class="cases ${isQuiet ? 'quiet' : 'waiting'}">
<thead><tr>${columns.map(({ id, name }) => html`<th class="${id}">${bilingual(name)}</th>`)}</tr></thead>
<tbody>
${cases.toSorted(byUrgency).map(one => caseRow(one, columns, zones))}
</tbody>
</table>
</section>`
}

function caseRow(one: CaseSummary, columns: readonly Column[], zones: readonly ZoneSummary[]): Html {
  const cells = columns.map(({ id, cell }) => `<td class="${id}">${cell(one, zones).html}</td>`).join('')
  return html`<tr id="${one.address}" class="${one.urgency}">${{ html: cells }}</tr>`
}

function duePart({ duties: [nearest] }: CaseSummary): Html {
  if (nearest === undefined) return html``
  const { distance, isProvisional } = nearest
  const doubt = isProvisional ? html` <br><small>放假安排未公布，暂定</small>` : html``
  return html`<b>${dayOf(nearest)}</b> <br>${distance.zh}${doubt}`
}

function dayOf({ due, dueAt }: Duty): string {
  return dueAt === undefined ? due : `${due} ${dueAt}`
}

function systemPart({ address, name, unit, mlps }: CaseSummary): Html {
  return html`<b><a href="#${address}">${name}</a></b> <br>${unit}，等保${mlps}级 <br><code>${address}</code>`
}

const resourceNames: Readonly<Record<CaseSummary['resources'], string>> = {
  none: '云上无资源',
  trial: '试用',
  formal: '正式使用',
}

function statePart({ state, since, resources }: CaseSummary): Html {
  const from = since === undefined ? html`` : html` <br><small>自 ${since}</small>`
  return html`${state}${from} <br><small>${resourceNames[resources]}</small>`
}

function nextPart({ duties, steps }: CaseSummary): Html {
  const owed = duties.map(
    (duty, index) =>
      html`<p><b>${duty.actor.zh}</b>：${duty.name.zh}${index === 0 ? '' : `，${dayOf(duty)} 前`} ${small(duty.ground.zh)}</p>`,
  )
  const next = steps.map(
    ({ name, actor, lacking, prohibited, ground }) =>
      html`<p>→ ${name}${actor === '' ? '' : `（${actor}）`} ${small(ground)}${prohibited === '' ? html`` : html`<br><small>目前不得办理：${prohibited}</small>`}${lacking === '' ? html`` : html`<br><small>缺：${lacking}</small>`}</p>`,
  )
  return html`${[...owed, ...next]}`
}

function small(text: string): Html {
  return text === '' ? html`` : html`<small>${text}</small>`
}

function feePart({ fees, request }: CaseSummary): Html {
  const asked = request?.fees?.text.zh ?? ''
  const now = fees.text.zh
  if (asked === '') return html`${now}`
  return html`<p>申请：${asked}</p>${now === '' ? html`` : html`<p>现有：${now}</p>`}`
}
