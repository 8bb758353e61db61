import { dutiesAfter } from '../sections/deadlines.ts'
import { same } from '../words.ts'
import type { FlagKind } from './flag.ts'

/** Somebody is late. */
export const overdue: FlagKind = {
  id: 'overdue',
  *find(change) {
    for (const { urgency, name, actor, due, distance, ground } of dutiesAfter(change)) {
      if (urgency !== 'overdue') continue
      const message = {
        zh: `${actor}：${name}，应于 ${due} 前办理，${distance.zh}`,
        en: `${actor}: ${name}, due by ${due}, ${distance.en}`,
      }
      yield { severity: 'warning', message, code: undefined, ground: same(ground) }
    }
  },
}
