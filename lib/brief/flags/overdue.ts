import { dutiesAfter } from '../sections/deadlines.ts'
import type { FlagKind } from './flag.ts'

/** Somebody is late. */
export const overdue: FlagKind = {
  id: 'overdue',
  *find(change) {
    for (const { urgency, name, actor, due, distance, ground } of dutiesAfter(change)) {
      if (urgency !== 'overdue') continue
      const message = {
        zh: `${actor.zh}：${name.zh}，应于 ${due} 前办理，${distance.zh}`,
        en: `${actor.en}: ${name.en}, due by ${due}, ${distance.en}`,
      }
      yield { severity: 'warning', message, code: undefined, ground }
    }
  },
}
