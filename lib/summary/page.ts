import type { Finding, Text } from '../finding/finding.ts'
import { countsOf, severityNames } from '../finding/printers/printer.ts'
import { type Html, html } from './html.ts'
import { style } from './style.ts'
import type {
  CapacityUse,
  GrantSummary,
  Summary,
  SystemSummary,
  UnitSummary,
  ZoneSummary,
} from './summary.ts'

/** One synthesised stack, as the page lists it. */
export interface StackSummary {
  readonly name: string
  readonly zone: string
  /** Path of its Terraform JSON, relative to the page. */
  readonly file: string
  readonly resources: number
  /** sha256 of the JSON, in hex. */
  readonly digest: string
}

export interface PageContent {
  readonly summary: Summary
  readonly findings: readonly Finding[]
  /** How many files were read. */
  readonly files: number
  readonly stacks: readonly StackSummary[]
  readonly version: string
}

/**
 * The summary page: one HTML file that needs nothing else, Chinese first, made to be read on a screen and on A4 paper.
 * The same content gives the same bytes.
 */
export function summaryPage(content: PageContent): string {
  const { summary, findings, version } = content
  return html`<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${summary.platform} ${summary.asOf}</title>
<style>${{ html: style }}</style>
</head>
<body>
<header>
<h1>${summary.platform}</h1>
<p>${bilingual({ zh: `数据仓库摘要，${chineseDate(summary.asOf)}`, en: `Summary of the data repository, ${summary.asOf}` })}</p>
</header>
${figures(content)}
${findingsSection(findings)}
${summary.zones.map(zoneSection)}
${summary.jurisdictions.map(
  jurisdiction => html`<section>
<h2>${bilingual(jurisdiction.name)}</h2>
<p class="note">${jurisdiction.regulation}</p>
${jurisdiction.units.length === 0 ? html`<p class="note">${bilingual({ zh: '尚无使用单位', en: 'no units yet' })}</p>` : jurisdiction.units.map(unit => unitTable(unit, summary.zones))}
</section>`,
)}
${stacksSection(content)}
<footer>tenantry ${version}</footer>
</body>
</html>
`.html
}

function bilingual({ zh, en }: Text): Html {
  return html`${zh} <small lang="en">${en}</small>`
}

function chineseDate(date: string): string {
  const [year, month, day] = date.split('-').map(Number)
  return `${year}年${month}月${day}日`
}

function figures({ summary, findings, files, stacks }: PageContent): Html {
  const units = summary.jurisdictions.flatMap(({ units }) => units)
  const systems = units.flatMap(({ systems }) => systems)
  const counts = countsOf(findings)
  const tiles: [number, Text][] = [
    [files, { zh: '文件', en: 'files' }],
    [counts.error, { zh: '错误', en: 'errors' }],
    [counts.warning, { zh: '警告', en: 'warnings' }],
    [units.length, { zh: '使用单位', en: 'units' }],
    [systems.length, { zh: '信息系统', en: 'systems' }],
    [
      systems.filter(({ resources }) => resources === 'formal').length,
      { zh: '正式使用', en: 'in formal use' },
    ],
    [systems.filter(({ resources }) => resources === 'trial').length, { zh: '试用', en: 'on trial' }],
    [stacks.length, { zh: '编排栈', en: 'stacks' }],
    [stacks.reduce((sum, { resources }) => sum + resources, 0), { zh: '云上资源', en: 'cloud resources' }],
  ]
  return html`<ul class="figures">
${tiles.map(([count, name]) => html`<li><b>${count}</b> ${bilingual(name)}</li>`)}
</ul>`
}

function findingsSection(findings: readonly Finding[]): Html {
  const title = bilingual({ zh: '校验结果', en: 'Findings' })
  if (findings.length === 0) {
    return html`<section><h2>${title}</h2><p>${bilingual({ zh: '未发现问题。', en: 'Nothing found.' })}</p></section>`
  }
  return html`<section>
<h2>${title}</h2>
<table>
<thead><tr><th>${bilingual({ zh: '级别', en: 'level' })}</th><th>${bilingual({ zh: '代码', en: 'code' })}</th><th>${bilingual({ zh: '位置', en: 'place' })}</th><th>${bilingual({ zh: '说明', en: 'meaning' })}</th><th>${bilingual({ zh: '条款', en: 'article' })}</th></tr></thead>
<tbody>
${findings.map(
  ({ severity, code, file, range, message, article = '' }) =>
    html`<tr class="${severity}"><td>${severityNames[severity].zh}</td><td>${code}</td><td class="place">${file}:${range.start.line}:${range.start.column}</td><td>${message.zh}<br><small lang="en">${message.en}</small></td><td>${article}</td></tr>`,
)}
</tbody>
</table>
</section>`
}

function zoneSection({ name, cloud, region, pools }: ZoneSummary): Html {
  return html`<section>
<h2>${bilingual(name)}</h2>
<p class="note">${bilingual({ zh: `云 ${cloud}，区域 ${region}`, en: `cloud ${cloud}, region ${region}` })}</p>
${pools.map(
  pool => html`<table class="pool">
<caption>${bilingual(pool.name)}</caption>
<thead><tr><th></th><th class="number">${bilingual({ zh: '已授予', en: 'granted' })}</th><th class="number">${bilingual({ zh: '可授予', en: 'available' })}</th><th class="number">${bilingual({ zh: '总量', en: 'capacity' })}</th><th class="bar"></th></tr></thead>
<tbody>
${pool.uses.map(useRow)}
</tbody>
</table>`,
)}
</section>`
}

function useRow(use: CapacityUse): Html {
  const share =
    use.available === 0 ? (use.granted === 0 ? 0 : 100) : Math.min(100, (use.granted / use.available) * 100)
  const rounded = Math.round(share * 10) / 10
  return html`<tr><th>${bilingual(use.measure)}</th><td class="number">${amount(use.granted)}</td><td class="number">${amount(use.available)}</td><td class="number">${amount(use.capacity)}</td><td class="bar"><meter min="0" max="100" high="85" value="${rounded}">${rounded}%</meter></td></tr>`
}

/** Grouped by thousands, with at most one decimal: amounts are counts, GiB and Mbps. */
function amount(value: number): string {
  const [whole = '', decimal] = String(Math.round(value * 10) / 10).split('.')
  const grouped = whole.replaceAll(/\B(?=(?:\d{3})+$)/g, ',')
  return decimal === undefined ? grouped : `${grouped}.${decimal}`
}

function unitTable({ address, name, systems }: UnitSummary, zones: readonly ZoneSummary[]): Html {
  return html`<table class="unit">
<caption>${name} <code>${address}</code></caption>
<thead><tr><th>${bilingual({ zh: '信息系统', en: 'system' })}</th><th class="number">${bilingual({ zh: '等保', en: 'MLPS' })}</th><th>${bilingual({ zh: '状态', en: 'state' })}</th><th>${bilingual({ zh: '授予', en: 'granted' })}</th><th>${bilingual({ zh: '网络', en: 'network' })}</th></tr></thead>
<tbody>
${systems.map(system => systemRow(system, zones))}
</tbody>
</table>`
}

const resourceNames: Readonly<Record<SystemSummary['resources'], Text>> = {
  none: { zh: '未开通', en: 'nothing in the cloud' },
  trial: { zh: '试用', en: 'on trial' },
  formal: { zh: '正式使用', en: 'in formal use' },
}

function systemRow(
  { address, name, mlps, state, resources, grants, fees }: SystemSummary,
  zones: readonly ZoneSummary[],
): Html {
  return html`<tr class="${resources}"><td>${name}<br><code>${address}</code></td><td class="number">${mlps}</td><td>${state}<br><small>${resourceNames[resources].zh}</small></td><td>${grants.map(grant => grantItem(grant, zones))}${feeItem(fees)}</td><td>${grants.map(networkItem)}</td></tr>`
}

function grantItem({ zone, pool, lines }: GrantSummary, zones: readonly ZoneSummary[]): Html {
  const found = zones.find(({ id }) => id === zone)
  const poolName = found?.pools.find(({ id }) => id === pool)?.name.zh ?? pool
  const items = lines.map(line => `${line.name.zh} ${amount(line.quantity)} ${line.unit.zh}`).join('、')
  return html`<p><b>${found?.name.zh ?? zone}</b>（${poolName}）：${items}</p>`
}

function feeItem({ text }: SystemSummary['fees']): Html {
  return text.zh === '' ? html`` : html`<p><b>费用标准合计</b>：${text.zh}</p>`
}

function networkItem({ record }: GrantSummary): Html {
  if (record === undefined) return html``
  return html`<p>${record.networks.map(({ cidr }) => html`<code>${cidr}</code><br>`)}</p>`
}

function stacksSection({ stacks }: PageContent): Html {
  return html`<section>
<h2>${bilingual({ zh: '编排栈', en: 'Stacks' })}</h2>
<table>
<thead><tr><th>${bilingual({ zh: '栈', en: 'stack' })}</th><th class="number">${bilingual({ zh: '资源数', en: 'resources' })}</th><th>sha256</th></tr></thead>
<tbody>
${stacks.map(
  ({ name, file, resources, digest }) =>
    html`<tr><td><a href="${encodeURI(file)}">${name}</a></td><td class="number">${resources}</td><td><code>${digest.slice(0, 16)}…</code></td></tr>`,
)}
</tbody>
</table>
</section>`
}
