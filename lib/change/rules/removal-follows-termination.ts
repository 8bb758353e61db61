import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import { finding } from '../../finding/finding.ts'
import { isTerminal, stateOf } from '../../lifecycle/index.ts'
import { isLeftOut } from '../../model/left-out.ts'
import { stateTerm, systemTerm } from '../../term/index.ts'
import { judgingProfile } from '../changed.ts'
import type { ChangeRule } from '../rule.ts'

export const removalFollowsTermination: ChangeRule = {
  code: 'TY4002',
  severity: 'error',
  title: {
    zh: '清单只有在终止办结并合并之后才能删除',
    en: 'A manifest may be removed only after its termination was merged',
  },
  why: {
    zh: '删除文件不等于注销：云上资源、数据移交和计费都要先办结。恢复该文件，走完注销流程；移动或改名同样视为删除。',
    en: 'Removing a file is no exit: resources, data and billing must end first. Restore it and complete the exit; a move or rename counts as a removal.',
  },
  articles: ['NW-2.6', 'DT-16', 'XS-23', 'ZJ-12', 'JQ-10.2'],
  *check(base, head) {
    for (const system of base.systems) {
      if (head.systemByAddress.has(system.address) || isLeftOut(head, system.document.file)) continue
      const profile = judgingProfile(base, head, system)
      if (profile === undefined) continue
      const { state } = stateOf(profile, system.value.history, base.asOf)
      if (isTerminal(profile, state)) continue
      const [name, term] = [systemTerm(base, system.address), stateTerm(profile, state)]
      yield finding(removalFollowsTermination, system.document.at(['metadata', 'id']), {
        message: {
          zh: `${name.zh}的状态为“${term.zh}”，不能删除其清单`,
          en: `${name.en} is in the state “${term.en}”: its manifest cannot be removed`,
        },
        article: exitArticle(profile, state),
      })
    }
  },
}

/** The article of the exit request, or of the lifecycle where the state knows no exit. */
function exitArticle(profile: JurisdictionProfile, state: string): string | undefined {
  const exits = Object.values(profile.lifecycle.events).filter(event => event.approval === 'exit')
  return (exits.find(event => event.from.includes(state)) ?? exits[0])?.article ?? profile.lifecycle.article
}
