import type { Text } from '../finding/finding.ts'
import { html } from '../summary/html.ts'
import { pageShell } from '../summary/shell.ts'
import { bilingual, chineseDate } from '../summary/wording.ts'
import type { ProofContent, ProofGround } from './content.ts'
import { overviewPicture } from './drawing/overview-picture.ts'
import { faultsSection } from './sections/faults.ts'
import { inputsSection } from './sections/inputs.ts'
import { statementsSection } from './sections/statements.ts'
import { tiersSection } from './sections/tiers.ts'
import { witnessesSection } from './sections/witnesses.ts'
import { zoneSection } from './sections/zone.ts'
import { style } from './style.ts'

const title: Text = { zh: '隔离证明', en: 'Proof of isolation' }

const grounds: Readonly<Record<ProofGround, Text>> = {
  stacks: { zh: '由数据仓库合成的栈', en: 'the stacks that the data repository makes' },
  plans: { zh: '合成的栈，有计划的以其计划为准', en: 'the stacks, and of those with a plan the plan' },
  clouds: { zh: '云中实际存在的内容', en: 'what exists in the clouds' },
}

/**
 * The proof as a page that needs nothing else, for assessors and authorities: on a screen, on a phone and on paper. The
 * same content gives the same bytes.
 */
export function proofPage(content: ProofContent): string {
  const { on, platform, ground, zones, gateways, inputs, version } = content
  return pageShell({
    title: `${title.zh} ${platform}`,
    heading: html`<h1>${bilingual(title)}</h1>
<p>${platform} ${chineseDate(on)} <small lang="en">${on}</small>：${bilingual(grounds[ground])}</p>`,
    body: [
      faultsSection(content),
      html`<section id="zones"><h2>${bilingual({ zh: '分区', en: 'Zones' })}</h2><figure>${overviewPicture(zones, gateways)}</figure></section>`,
      statementsSection(content),
      ...zones.map(zone => zoneSection(content, zone)),
      witnessesSection(content),
      tiersSection(content),
      inputsSection(inputs),
    ],
    style,
    version,
  })
}
