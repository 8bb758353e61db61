import type { JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import { idInWords } from './words.ts'

type Named = Readonly<Record<string, { readonly name: string }>>
type Lifecycle = Pick<JurisdictionProfile, 'lifecycle'>

/** An event: `签订政务云服务协议`, `agreement signed`. */
export function eventTerm({ lifecycle }: Lifecycle, event: string): Text {
  return named(lifecycle.events, event)
}

/** A state: `已批准`, `approved`. */
export function stateTerm({ lifecycle }: Lifecycle, state: string): Text {
  return named(lifecycle.states, state)
}

/** A role: `政务云使用部门`, `using unit`. */
export function roleTerm({ roles }: Pick<JurisdictionProfile, 'roles'>, role: string): Text {
  return named(roles, role)
}

/** A deadline, a step or a decision of the profile. */
export function partTerm({ id, name }: { readonly id: string; readonly name: string }): Text {
  return { zh: name, en: idInWords(id) }
}

/** Regulations give their names in Chinese; the id is English. What the profile does not know goes by its id. */
function named(names: Named | undefined, id: string): Text {
  const name = entryOf(names, id)?.name
  return name === undefined ? { zh: `“${id}”`, en: `“${id}”` } : { zh: name, en: idInWords(id) }
}

/** The regulation of a profile: `《大同市政务云管理办法》`, `Datong City`. */
export function regulationTerm({
  regulation,
  metadata,
}: Pick<JurisdictionProfile, 'regulation' | 'metadata'>): Text {
  return { zh: `《${regulation.title}》`, en: metadata.name.en }
}

/** A jurisdiction, with the id to be written. */
export function jurisdictionTerm({ metadata }: Pick<JurisdictionProfile, 'metadata'>): Text {
  const { id, name } = metadata
  return { zh: `${name.zh}（${id}）`, en: `${name.en} (${id})` }
}
