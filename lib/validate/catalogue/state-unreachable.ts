import { finding } from '../../finding/finding.ts'
import type { CatalogueRule } from './rule.ts'

export const stateUnreachable: CatalogueRule<'jurisdiction'> = {
  code: 'TY2204',
  severity: 'error',
  title: { zh: '没有任何环节能到达的状态', en: 'a state that no event leads to' },
  why: {
    zh: '从初始状态出发永远到不了的状态，多为环节的 from、to 写错。请改正环节，或删去该状态。',
    en: 'A state that cannot be reached from the first one mostly means a wrong from or to. Correct the event, or remove the state.',
  },
  *check(document) {
    const { lifecycle, decisions = [] } = document.value
    const parts = [lifecycle, ...decisions.map(one => one.lifecycle)]
    const events = parts.flatMap(part => Object.values(part?.events ?? {}))
    const reached = new Set([lifecycle.initial])
    for (let before = 0; before < reached.size; ) {
      before = reached.size
      for (const { from, to } of events) {
        if (to !== undefined && from.some(state => reached.has(state))) reached.add(to)
      }
    }
    for (const [index, part] of parts.entries()) {
      const path = index === 0 ? [] : ['decisions', index - 1]
      for (const state of Object.keys(part?.states ?? {})) {
        if (reached.has(state)) continue
        yield finding(stateUnreachable, document.at([...path, 'lifecycle', 'states', state], 'key'), {
          message: { zh: `没有环节能到达状态 ${state}`, en: `no event leads to the state ${state}` },
        })
      }
    }
  },
}
