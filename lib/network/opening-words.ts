import type { Text } from '../finding/finding.ts'
import type { Opening } from './exposure.ts'

const directions = {
  ingress: { zh: '入向', en: 'ingress' },
  egress: { zh: '出向', en: 'egress' },
  exchange: { zh: '跨区交换', en: 'exchange' },
} as const satisfies Record<Opening['direction'], Text>

/** What a line opens, in a few words: `internet ingress: internet tcp 443`. */
export function openingInWords({ direction, scope, peerText, protocol, ports }: Opening): Text {
  const what = [
    peerText.replace(/^gateway:/, ''),
    protocol,
    ...(ports === undefined ? [] : [ports.join(', ')]),
  ]
  return {
    zh: `${scope} ${directions[direction].zh}（${what.join(' ')}）`,
    en: `${scope} ${directions[direction].en} (${what.join(' ')})`,
  }
}
