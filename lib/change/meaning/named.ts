import { dataPathText } from '../../finding/data-path.ts'
import { type CodeDefinition, type Finding, finding, type Text } from '../../finding/finding.ts'
import type { Sourced } from '../../model/model.ts'
import type { Departure } from './departures.ts'
import { turnOf, unquotedTurnOf } from './turn.ts'

/** The same part of the catalogue, as the target branch and the change have it. */
export interface Sides {
  readonly before: Pick<Sourced<unknown>, 'document' | 'path'>
  readonly after: Pick<Sourced<unknown>, 'document' | 'path'>
}

/** A departure as a finding: what it means, where, and from what to what. */
export function named(rule: CodeDefinition, { before, after }: Sides, one: Departure, fix: Text): Finding {
  const { zh, en } = one.meaning?.what ?? { zh: '未归类的字段', en: 'a field that nobody has classed' }
  const isGone = one.is === undefined
  const place = dataPathText(isGone ? one.before : one.after)
  const turn = one.meaning?.kind === 'confirmed' ? unquotedTurnOf(one) : turnOf(one)
  const was = { ...before.document.at([...before.path, ...one.before]), message: asTarget }
  return finding(rule, after.document.at([...after.path, ...one.after], isGone ? 'key' : 'value'), {
    severity: one.meaning?.kind === 'changes' ? one.meaning.severity : 'error',
    message: { zh: `${zh}（${place}）${turn.zh}`, en: `${en} (${place}) ${turn.en}` },
    related: one.was === undefined ? [] : [was],
    fix: { message: fix },
  })
}

const asTarget: Text = { zh: '目标分支上的原内容', en: 'as the target branch has it' }
