import type { Text } from '../../finding/finding.ts'
import { type Html, html } from '../../summary/html.ts'
import { bilingual } from '../../summary/wording.ts'
import type { Level, ProofContent, ProvenZone } from '../content.ts'
import { zonePicture } from '../drawing/zone-picture.ts'
import { matrix } from './matrix.ts'

const drawn: Readonly<Record<Level, Text>> = {
  system: { zh: '每格一个信息系统', en: 'each box a system' },
  unit: { zh: '系统较多，每格一个使用单位', en: 'each box a using unit, of which there are fewer' },
  jurisdiction: { zh: '系统较多，每格一个地区', en: 'each box a jurisdiction, of which there are fewer' },
}

/** A zone drawn, and who reaches whom in it. */
export function zoneSection({ proof }: ProofContent, zone: ProvenZone): Html {
  const { id, name, cloud, rows } = zone
  const title = html`<h2>${bilingual(name)} <code>${cloud}</code></h2>`
  if (rows.rows.length === 0)
    return html`<section id="${id}">${title}<p>${bilingual({ zh: '没有系统。', en: 'no systems' })}</p></section>`
  return html`<section id="${id}">
${title}
<p class="note">${bilingual(drawn[rows.level])}</p>
<figure>${zonePicture(zone, proof.tally?.named ?? [])}</figure>
<h3>${bilingual({ zh: '可达矩阵', en: 'who reaches whom' })}</h3>
<p class="note">${bilingual({
    zh: '由行至列；空格为不可达，● 或者数字（系统对数）为可达，由对所有人开放的规则可达的也计在内',
    en: 'from row to column; empty is unreachable, ● or a number of pairs is reachable, by rules for everybody too',
  })}</p>
<div class="wide">${matrix(zone)}</div>
</section>`
}
