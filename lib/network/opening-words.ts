import type { Text } from '../finding/finding.ts'
import type { Opening } from './exposure.ts'

const directions = {
  ingress: { zh: '入向', en: 'ingress' },
  egress: { zh: '出向', en: 'egress' },
  exchange: { zh: '跨区交换', en: 'exchange' },
} as const satisfies Record<Opening['direction'], Text>

/** What a line opens, in a few words: `internet ingress: internet tcp 443`. */
export function openingInWords(line: Opening): Text {
  const { direction, scope, peerText, protocol } = line
  const narrowing = line.ports ?? line.icmpTypes
  const what = [
    peerText.replace(/^gateway:/, ''),
    protocol,
    ...(narrowing === undefined ? [] : [narrowing.join(', ')]),
  ]
  return {
    zh: `${scope} ${directions[direction].zh}（${what.join(' ')}）`,
    en: `${scope} ${directions[direction].en} (${what.join(' ')})`,
  }
}
