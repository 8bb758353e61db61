import type { Language, Text } from '../../finding/finding.ts'
import { xmlForLogs } from '../../finding/log-marks.ts'
import { seen } from '../../markdown/index.ts'
import { type Html, html } from '../../summary/html.ts'
import { pageShell } from '../../summary/shell.ts'
import type { Block, Brief, ComparedStates, Flag, Part, Table } from '../brief.ts'
import {
  behind,
  colon,
  flagsName,
  gravities,
  nameLength,
  noFlags,
  nothingChanged,
  title,
  working,
} from './labels.ts'
import { style } from './style.ts'

/** The brief as a page that needs nothing else. The same brief gives the same bytes. */
export function briefPage({ compared, flags, parts }: Brief, language: Language, version: string): string {
  const say = saying(language)
  return xmlForLogs(
    pageShell({
      title: say(title),
      language,
      heading: html`<h1>${say(title)}</h1>
<p>${comparedText(compared, say)}</p>`,
      body: [
        html`<section class="flags"><h2>${say(flagsName)}</h2>${flagList(flags, say, language)}</section>`,
        ...(parts.length === 0
          ? [html`<p>${say(nothingChanged)}</p>`]
          : parts.map(part => partOf(part, say))),
      ],
      style,
      version,
    }),
  )
}

function comparedText({ before, after, on }: ComparedStates, say: Say): string {
  const [base, head] = [before, after].map(commit => commit?.slice(0, nameLength) ?? say(working))
  return `${base} → ${head} ${on}`
}

type Say = (text: Text) => string

function saying(language: Language): Say {
  return text => seen(text[language])
}

function flagList(flags: readonly Flag[], say: Say, language: Language): Html {
  if (flags.length === 0) return html`<p>${say(noFlags)}</p>`
  return html`<ul>${flags.map(flag => flagItem(flag, say, language))}</ul>`
}

function flagItem(flag: Flag, say: Say, language: Language): Html {
  const { severity, name, message } = flag
  const about = say(name) === '' ? html`` : html`${say(name)}${colon[language]}`
  const said = seen(behind(flag, language))
  const small = said === '' ? html`` : html` <small>${said}</small>`
  return html`<li class="${severity}"><b>${say(gravities[severity])}</b> ${about}${say(message)}${small}</li>`
}

function partOf({ heading, sections }: Part, say: Say): Html {
  return html`<article>
<h2>${say(heading)}</h2>
${sections.map(({ id, name, blocks }) => html`<section class="${id}"><h3>${say(name)}</h3>${blocks.map(block => blockOf(block, say))}</section>`)}
</article>`
}

function blockOf(block: Block, say: Say): Html {
  if (block.kind === 'table') return tableOf(block, say)
  if (block.kind === 'list') return html`<ul>${block.items.map(item => html`<li>${say(item)}</li>`)}</ul>`
  return html`<dl>${block.facts.map(({ name, value }) => html`<dt>${say(name)}</dt><dd>${say(value)}</dd>`)}</dl>`
}

/** On a phone each cell stands below the one before, and says itself which column it is of. */
function tableOf({ columns, rows }: Table, say: Say): Html {
  const cell = (text: Text, index: number): Html => {
    const name = columns[index]
    return html`<td data-name="${name === undefined ? '' : say(name)}">${say(text)}</td>`
  }
  return html`<table class="brief">
<thead><tr>${columns.map(name => html`<th>${say(name)}</th>`)}</tr></thead>
<tbody>
${rows.map(row => html`<tr>${row.map(cell)}</tr>`)}
</tbody>
</table>`
}
