import { type Html, html } from '../../summary/html.ts'
import { bilingual, heads } from '../../summary/wording.ts'
import type { Inputs } from '../content.ts'

/** By what anybody can see whether the proof is of what he has before him. */
export function inputsSection({ model, stacks }: Inputs): Html {
  return html`<section id="inputs">
<h2>${bilingual({ zh: '所依据的内容', en: 'What it is of' })}</h2>
<p>${bilingual({ zh: '模型', en: 'model' })} <code>sha256:${model}</code></p>
${stacks.size === 0 ? '' : stackTable(stacks)}
</section>`
}

function stackTable(stacks: Inputs['stacks']): Html {
  return html`<details><summary>${bilingual({ zh: `${stacks.size} 个栈`, en: `${stacks.size} stacks` })}</summary>
<table class="stacks">
${heads([
  { zh: '栈', en: 'stack' },
  { zh: 'SHA-256', en: 'of its JSON' },
])}
<tbody>
${[...stacks].map(([name, digest]) => html`<tr><td>${name}</td><td><code>${digest}</code></td></tr>`)}
</tbody>
</table>
</details>`
}
