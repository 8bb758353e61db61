import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Text } from '../finding/finding.ts'
import type { Surroundings } from '../model/model.ts'
import { partTerm } from '../term/index.ts'
import { conditionInWords } from './condition-words.ts'
import type { Prohibited } from './prohibitions.ts'

/** What is prohibited, by its name: `重要保障期内不得变更`. */
export function prohibitionTerm({ prohibition }: Prohibited): Text {
  return partTerm(prohibition)
}

/** What would lift a prohibition: the first day that is free, the cases that are excepted, the case that has to end. */
export function liftInWords(
  around: Pick<Surroundings, 'catalogue'>,
  profile: JurisdictionProfile,
  { prohibition: { when, unless }, freeOn }: Prohibited,
): Text {
  const ways: readonly Text[] = [
    ...(freeOn === undefined ? [] : [{ zh: `自 ${freeOn} 起可以办理`, en: `it may come from ${freeOn} on` }]),
    ...(when === undefined ? [] : [caseEnds(conditionInWords(around, profile, when))]),
    ...(unless === undefined ? [] : [excepted(conditionInWords(around, profile, unless))]),
  ]
  return { zh: ways.map(({ zh }) => zh).join('；'), en: ways.map(({ en }) => en).join('; ') }
}

function caseEnds({ zh, en }: Text): Text {
  return { zh: `不再有下列情形时可以办理：${zh}`, en: `it may come where it no longer holds that ${en}` }
}

function excepted({ zh, en }: Text): Text {
  return { zh: `下列情形除外：${zh}`, en: `an exception is where ${en}` }
}
