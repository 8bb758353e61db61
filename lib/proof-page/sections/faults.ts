import type { AnyFinding } from '../../finding/finding.ts'
import { severityNames } from '../../finding/printers/printer.ts'
import { type Html, html } from '../../summary/html.ts'
import { bilingual } from '../../summary/wording.ts'
import type { ProofContent } from '../content.ts'

/** What was found: with an error among it, the page proves nothing, and says so before anything else. */
export function faultsSection({ findings }: ProofContent): Html {
  if (findings.length === 0) return html``
  const errors = findings.filter(({ severity }) => severity === 'error').length
  const said =
    errors > 0
      ? { zh: `有 ${errors} 项错误，隔离未获证明。`, en: `${errors} errors: the isolation is not proven.` }
      : { zh: `有 ${findings.length} 项需要留意。`, en: `${findings.length} findings to look at.` }
  return html`<section id="findings" class="${errors > 0 ? 'error' : 'warning'}">
<h2>${bilingual(said)}</h2>
<ul>${findings.map(item)}</ul>
</section>`
}

function item({ severity, code, message, citation }: AnyFinding): Html {
  const source = citation === undefined ? '' : html` ${bilingual(citation)}`
  return html`<li class="${severity}"><b>${severityNames[severity].zh} ${code}</b>${source} ${bilingual(message)}</li>`
}
