import type { Language } from '../finding/finding.ts'
import { placeText } from '../finding/place.ts'
import { printable } from '../finding/printable.ts'
import type { Ways } from './proposal.ts'
import { driftClassNames } from './words.ts'

/** Who has found what is proposed, and when. */
export interface FoundBy {
  /** Version of the tool. */
  readonly version: string
  /** ISO 8601, UTC. */
  readonly at: string
}

/** The message of a commit that asks for what the clouds have. */
export function proposalMessage(
  adopted: readonly Ways[],
  { version, at }: FoundBy,
  language: Language,
): string {
  const count = adopted.length
  const subject = {
    zh: `申请采纳云上的 ${count} 处不一致`,
    en: `Ask for what the clouds have otherwise in ${count} ${count === 1 ? 'place' : 'places'}`,
  }
  const found = {
    zh: `由 tenantry drift（${version}）于 ${at} 发现。合并即为提出变更申请；批准之前，授予的内容不变。`,
    en: `Found by tenantry drift (${version}) at ${at}.\nMerged, it is a request for a change: what is granted stays as it is until that is approved.`,
  }
  const entries = adopted.map(ways => entryOf(ways, language).join('\n'))
  return `${[subject[language], found[language], ...entries].join('\n\n')}\n`
}

function entryOf({ drift, id, firstSeen, adoption }: Ways, language: Language): readonly string[] {
  const { class: of, finding } = drift
  const since = { zh: `自 ${firstSeen} 起`, en: `first seen ${firstSeen}` }
  return [
    `- ${driftClassNames[of][language]} ${finding.code} ${printable(placeText(finding))}`,
    `  ${printable(finding.message[language])}`,
    ...('change' in adoption ? [`  ${printable(adoption.says[language])}`] : []),
    `  ${since[language]}; ${id}`,
  ]
}
