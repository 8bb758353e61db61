import type { Text } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'
import { endsOf, type Opening } from '../network/exposure.ts'
import { directionTerms } from './fixed.ts'
import { zonePartTerm } from './place.ts'

/** What a line opens, in a few words: `互联网区入向（internet tcp 443）`; what stands in brackets is as the manifest has it. */
export function openingTerm(model: Pick<Model, 'catalogue'>, line: Opening, jurisdiction: string): Text {
  const { direction, peerText, protocol } = line
  const narrowing = line.ports ?? line.icmpTypes
  const parts = [
    peerText.replace(/^gateway:/, ''),
    protocol,
    ...(narrowing === undefined ? [] : [narrowing.join(', ')]),
  ]
  const zones = endsOf(line).map(end => zonePartTerm(model, end, jurisdiction))
  const what = parts.join(' ')
  return {
    zh: `${zones.map(({ zh }) => zh).join('至')}${directionTerms[direction].zh}（${what}）`,
    en: `${zones.map(({ en }) => en).join(' to ')}, ${directionTerms[direction].en} (${what})`,
  }
}
