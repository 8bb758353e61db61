// On what an answer rests where evidence decides, and what waits for its record.
import { unrecordedRequest } from '../../lib/evidence/index.ts'
import type { Language } from '../../lib/finding/finding.ts'
import type { Model, System } from '../../lib/model/model.ts'
import { eventTerm } from '../../lib/term/index.ts'
import { term } from './json-parts.ts'

/** The last line of an answer for people; none where evidence does not decide. */
export function evidenceLine({ evidence }: Model, language: Language): string {
  if (evidence === undefined) return ''
  const { number, commit } = evidence
  const of =
    commit === undefined
      ? { zh: '', en: '' }
      : { zh: `提交 ${commit.slice(0, 12)}，`, en: `commit ${commit.slice(0, 12)}, ` }
  return {
    zh: `\n依据：${of.zh}第 ${number} 号审批记录\n`,
    en: `\nby ${of.en}evidence up to record ${number}\n`,
  }[language]
}

/** The same for programs, as a member of the answer. */
export function evidenceData({ evidence }: Model) {
  return evidence === undefined
    ? {}
    : { evidence: { number: evidence.number, commit: evidence.commit ?? null } }
}

/** The request of a system that no record holds yet, in a line of its own. */
export function unrecordedLines(
  model: Model,
  system: System | undefined,
  language: Language,
): readonly string[] {
  const waiting = waitingOf(model, system)
  if (waiting === undefined) return []
  const { name, on } = waiting
  return [
    {
      zh: `  尚无审批记录：“${name.zh}”（${on}），合并后运行 tenantry record`,
      en: `  not recorded: “${name.en}” (${on}); run \`tenantry record\` after the merge`,
    }[language],
  ]
}

/** The same for programs, as a member of the system. */
export function unrecordedData(model: Model, system: System | undefined) {
  const waiting = waitingOf(model, system)
  return waiting === undefined
    ? {}
    : { unrecorded: { event: term(waiting.id, waiting.name), on: waiting.on } }
}

function waitingOf(model: Model, system: System | undefined) {
  const waiting = system && unrecordedRequest(model, system)
  const profile = system && model.catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
  if (waiting === undefined || profile === undefined) return undefined
  const { event: id, on } = waiting.event
  return { id, on, name: eventTerm(profile, id) }
}
