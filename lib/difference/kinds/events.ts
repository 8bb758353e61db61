import type { HistoryEvent } from '../../../generated/types/system.ts'
import { profileOf } from '../../entitlement/index.ts'
import type { Text } from '../../finding/finding.ts'
import type { Model, System } from '../../model/model.ts'
import { sameData } from '../../model/same-data.ts'
import { eventTerm } from '../../term/index.ts'
import type { DifferenceKind } from '../difference.ts'
import { rewrittenSystems } from '../pairs.ts'

export const events: DifferenceKind = {
  id: 'event',
  name: { zh: '办理环节', en: 'events' },
  *find(sides) {
    for (const { address, before, after } of rewrittenSystems(sides)) {
      const [had, has] = [before.value.history, after.value.history]
      for (const event of has.slice(had.length))
        yield { subject: address, message: told(sides.after, after, event) }
      const rewritten = had.findIndex((event, index) => !sameData(event, has[index]))
      if (rewritten >= 0)
        yield {
          subject: address,
          message: {
            zh: `第 ${rewritten + 1} 个环节被改写或删除`,
            en: `event ${rewritten + 1} of the history is rewritten or removed`,
          },
        }
    }
  },
}

function told(model: Model, system: System, { event, on }: HistoryEvent): Text {
  const lifecycle = profileOf(model, system)?.lifecycle ?? { initial: '', states: {}, events: {} }
  const { zh, en } = eventTerm({ lifecycle }, event)
  return { zh: `${on} ${zh}`, en: `“${en}” on ${on}` }
}
