import type { Text } from '../../finding/finding.ts'
import { listOf } from '../blocks.ts'
import type { KindedDifference } from '../change.ts'
import type { SystemSection } from './section.ts'

/** What other sections tell, in the words of theirs. */
const toldElsewhere: ReadonlySet<string> = new Set(['system', 'event', 'request', 'grant', 'fee', 'opening'])

export const others: SystemSection = {
  id: 'others',
  name: { zh: '其他改动', en: 'other differences' },
  blocks: ({ differences }) =>
    listOf(differences.filter(({ kind }) => !toldElsewhere.has(kind.id)).map(inWords)),
}

export function inWords({ kind, message }: KindedDifference): Text {
  return { zh: `${kind.name.zh}：${message.zh}`, en: `${kind.name.en}: ${message.en}` }
}
