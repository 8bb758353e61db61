import { type Html, html } from '../html.ts'
import { bilingual, heads } from '../wording.ts'

/** One synthesised stack, as the page lists it. */
export interface StackSummary {
  readonly name: string
  readonly zone: string
  /** Path of its Terraform JSON, relative to the summary page. */
  readonly file: string
  readonly resources: number
  /** sha256 of the JSON, in hex. */
  readonly digest: string
}

/** @param base the way from the page to where `file` begins: empty, or `../` */
export function stacksTable(stacks: readonly StackSummary[], base: string): Html {
  return html`<table class="stacks">
${heads([
  { zh: '栈', en: 'stack' },
  { zh: '资源数', en: 'resources' },
  { zh: 'SHA-256', en: 'of the file' },
])}
<tbody>
${stacks.map(
  ({ name, file, resources, digest }) =>
    html`<tr><td><a href="${base}${encodeURI(file)}">${name}</a></td><td class="number">${resources}</td><td><code>${digest}</code></td></tr>`,
)}
</tbody>
</table>`
}

/** Closed, so that paper is spared what only a check of the files asks for. */
export function stacksSection(stacks: readonly StackSummary[]): Html {
  const resources = stacks.reduce((sum, stack) => sum + stack.resources, 0)
  return html`<section>
<h2>${stacksTitle}</h2>
<details><summary>${bilingual({ zh: `${stacks.length} 个栈，${resources} 项资源`, en: `${stacks.length} stacks, ${resources} resources` })}</summary>
${stacksTable(stacks, '')}
</details>
</section>`
}

export const stacksTitle = bilingual({ zh: '编排栈', en: 'Stacks' })
