import type { Finding, Text } from '../finding/finding.ts'
import { countsOf } from '../finding/printers/printer.ts'
import { type CaseSummary, urgencies } from './case-summary.ts'
import { type Html, html } from './html.ts'
import { actorsSection } from './sections/actors.ts'
import { zoneSection } from './sections/capacity.ts'
import { byUrgency, caseGroups, urgencyNames } from './sections/cases.ts'
import { findingsSection } from './sections/findings.ts'
import { routinesSection } from './sections/routines.ts'
import { type StackSummary, stacksSection, stacksTable, stacksTitle } from './sections/stacks.ts'
import { unitsSection, type Ways } from './sections/units.ts'
import { pageShell, searchForm } from './shell.ts'
import type { Summary, UnitSummary } from './summary.ts'
import { bilingual, chineseDate } from './wording.ts'

export type { StackSummary } from './sections/stacks.ts'

export interface PageContent {
  readonly summary: Summary
  readonly findings: readonly Finding[]
  /** How many files were read. */
  readonly files: number
  readonly stacks: readonly StackSummary[]
  readonly version: string
}

/** Where the first page lies, and where the others do. */
export const summaryFile = 'summary.html'
export const summaryFolder = 'summary'

/** More make a page that a browser is slow with and nobody reads to its end. */
const casesOnOnePage = 1000

/**
 * The summary as HTML files that need nothing else, Chinese first, made to be read on a screen, on a phone and on paper:
 * path to text, `summary.html` first. Of many systems it holds the most pressing, and each unit has a page of its own.
 * The same content gives the same bytes.
 */
export function summaryPages(content: PageContent): ReadonlyMap<string, string> {
  const cases = allCases(content.summary)
  if (cases.length <= casesOnOnePage) return new Map([[summaryFile, wholePage(content, cases)]])
  const units = content.summary.jurisdictions.flatMap(jurisdiction => jurisdiction.units)
  const zones = Map.groupBy(content.stacks, ({ zone }) => zone)
  return new Map([
    [summaryFile, firstPage(content, cases)],
    ...units.map((unit): [string, string] => [unitFile(unit.address), unitPage(content, unit)]),
    ...[...zones].map(([zone, stacks]): [string, string] => [zoneFile(zone), stacksPage(content, stacks)]),
  ])
}

function allCases({ jurisdictions }: Summary): readonly CaseSummary[] {
  return jurisdictions.flatMap(({ units }) => units.flatMap(({ cases }) => cases))
}

// No part of an address holds a point, so that no two of these names are the same.
function unitFile(address: string): string {
  return `${summaryFolder}/${address.replaceAll('/', '.')}.html`
}

function zoneFile(zone: string): string {
  return `${summaryFolder}/${zone}.html`
}

function wholePage(content: PageContent, cases: readonly CaseSummary[]): string {
  const { summary, stacks } = content
  return overviewPage(content, cases, {
    groups: caseGroups(cases, summary.zones),
    ways: { system: address => `#${address}` },
    stacks: stacksSection(stacks),
  })
}

/** Of many systems: those first that somebody must act on first. */
function firstPage(content: PageContent, cases: readonly CaseSummary[]): string {
  const { summary, stacks } = content
  const shown = cases.toSorted(byUrgency).slice(0, casesOnOnePage)
  const rest = {
    zh: `此处为最紧要的 ${shown.length} 个系统，共 ${cases.length} 个；其余见各使用单位的页面。`,
    en: `the ${shown.length} most pressing of ${cases.length} systems; the others stand on the pages of their units`,
  }
  const zones = [...new Set(stacks.map(({ zone }) => zone))]
  return overviewPage(content, cases, {
    groups: [html`<p class="note">${bilingual(rest)}</p>`, ...caseGroups(shown, summary.zones)],
    ways: { unit: unitFile },
    stacks: html`<section><h2>${stacksTitle}</h2><p>${zones.map(zone => html`<a href="${zoneFile(zone)}">${zone}</a>`)}</p></section>`,
  })
}

/** Where the whole page has everything, and the first of many has ways to the others. */
interface Overview {
  readonly groups: readonly Html[]
  readonly ways: Partial<Ways>
  readonly stacks: Html
}

function overviewPage(
  content: PageContent,
  cases: readonly CaseSummary[],
  { groups, ways, stacks }: Overview,
): string {
  const { summary, findings, version } = content
  return pageShell({
    ...headOf(summary),
    version,
    body: [
      figures(content, cases),
      searchForm,
      actorsSection(cases),
      ...groups,
      routinesSection(summary.jurisdictions),
      ...summary.zones.map(zoneSection),
      unitsSection(summary.jurisdictions, ways),
      findingsSection(findings),
      stacks,
    ],
  })
}

function unitPage({ summary, version }: PageContent, { address, name, cases }: UnitSummary): string {
  return pageShell({
    title: `${name} ${summary.asOf}`,
    heading: html`<h1>${name}</h1>
<p><code>${address}</code> ${chineseDate(summary.asOf)} <a href="../${summaryFile}">${summary.platform}</a></p>`,
    version,
    body: [searchForm, ...caseGroups(cases, summary.zones)],
  })
}

function stacksPage({ summary, version }: PageContent, stacks: readonly StackSummary[]): string {
  return pageShell({
    title: `${stacks[0]?.zone ?? ''} ${summary.asOf}`,
    heading: html`<h1>${stacksTitle} ${stacks[0]?.zone ?? ''}</h1>
<p>${chineseDate(summary.asOf)} <a href="../${summaryFile}">${summary.platform}</a></p>`,
    version,
    body: [stacksTable(stacks, '../')],
  })
}

function headOf({ platform, asOf }: Summary): { readonly title: string; readonly heading: Html } {
  const dated = { zh: `数据仓库摘要，${chineseDate(asOf)}`, en: `Summary of the data repository, ${asOf}` }
  return {
    title: `${platform} ${asOf}`,
    heading: html`<h1>${platform}</h1>
<p>${bilingual(dated)}</p>`,
  }
}

interface Figure {
  readonly count: number
  readonly name: Text
  /** Where the page says more of it. */
  readonly group?: string
}

function figures({ summary, findings, files }: PageContent, cases: readonly CaseSummary[]): Html {
  const counts = countsOf(findings)
  const units = summary.jurisdictions.flatMap(jurisdiction => jurisdiction.units)
  const all: readonly Figure[] = [
    ...urgencies.map(group => ({
      count: cases.filter(({ urgency }) => urgency === group).length,
      name: urgencyNames[group],
      group,
    })),
    { count: cases.length, name: { zh: '信息系统', en: 'systems' } },
    { count: units.length, name: { zh: '使用单位', en: 'units' } },
    { count: files, name: { zh: '文件', en: 'files' } },
    { count: counts.error, name: { zh: '错误', en: 'errors' } },
    { count: counts.warning, name: { zh: '警告', en: 'warnings' } },
  ]
  return html`<ul class="figures">
${all.map(figureItem)}
</ul>`
}

function figureItem({ count, name, group }: Figure): Html {
  const tile = html`<b>${count}</b> ${bilingual(name)}`
  if (group === undefined || count === 0) return html`<li>${tile}</li>`
  return html`<li class="${group}"><a href="#${group}">${tile}</a></li>`
}
