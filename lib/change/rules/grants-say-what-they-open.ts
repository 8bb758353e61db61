import { askedOpenings, exposureBasisOf } from '../../entitlement/index.ts'
import { type Finding, finding } from '../../finding/finding.ts'
import type { Model, System } from '../../model/model.ts'
import { widenings } from '../../network/coverage.ts'
import { inARow, openingTerm } from '../../term/index.ts'
import { addedEvents, headSystems } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const grantsSayWhatTheyOpen: ChangeRule = {
  code: 'TY4009',
  severity: 'error',
  title: {
    zh: '授予须写明所开放的访问规则和跨区交换',
    en: 'A grant says what it opens',
  },
  why: {
    zh: '开放访问与增加资源一样经审批：在该环节 grants 的分区下写明 ingress、egress，跨区交换写在 grants 旁的 exchange；不写的不开放。',
    en: 'What is opened is approved like any resource: write ingress and egress under the zones of the event’s grants, and exchange beside them. What is not written is not opened.',
  },
  *check(base, head) {
    const from = base.catalogue.platform.value.exposure?.from
    // Before that day a grant approves all that its request asks for.
    if (from === undefined || base.asOf < from) return
    for (const { before, system } of headSystems(base, head)) yield* silent(base, before, system)
  },
}

function* silent(base: Model, before: System | undefined, system: System): Iterable<Finding> {
  const { history } = system.value
  for (const [index, { grants, on }] of addedEvents(before, system)) {
    if (grants === undefined) continue
    const upTo = { ...system.value, history: history.slice(0, index + 1) }
    if (exposureBasisOf(base, upTo, on).kind !== 'inherited') continue
    const stood = before === undefined ? [] : exposureBasisOf(base, before.value, base.asOf).openings
    const lines = widenings(askedOpenings(system.value), stood, on)
    if (lines.length === 0) continue
    const words = inARow(lines.map(line => openingTerm(base, line, system.value.metadata.jurisdiction)))
    yield finding(grantsSayWhatTheyOpen, system.document.at(['history', index, 'grants'], 'key'), {
      message: {
        zh: `核定时没有写明开放：${words.zh}`,
        en: `the grant does not say that it opens ${words.en}`,
      },
    })
  }
}
