import {
  askedOpenings,
  exposureBasisOf,
  hasEnded,
  profileOf,
  settledGrant,
} from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { widenings } from '../../../network/coverage.ts'
import { openingTerm } from '../../../term/index.ts'
import { place, placeOfKey, related, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const openingNotGranted: SystemRule = {
  code: 'TY3508',
  severity: 'error',
  title: text('访问规则或跨区交换未获授予。', 'A rule or an exchange opens what is not granted.'),
  why: text(
    '开放访问须经批准，未获授予的不在云上开放。恢复为授予所写明的，或追加申请环节，待批准后由新的授予写明。',
    'What is opened needs an approval, and is not opened in the cloud without one. Write what was granted, or append a request; the grant that answers it says what is opened.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined || hasEnded(surroundings, system)) return
    const basis = exposureBasisOf(surroundings, system.value, surroundings.asOf)
    // On a day of the past the grant of that day is compared with nothing: what was asked for then is not known.
    if (basis.kind !== 'granted' || settledGrant(profile, system.value) !== basis.event) return
    const grant = system.value.history[basis.event]
    for (const line of widenings(askedOpenings(system.value), basis.openings, grant?.on)) {
      const { zh, en } = openingTerm(surroundings, line, system.value.metadata.jurisdiction)
      yield finding(openingNotGranted, place(system, ...line.path), {
        message: text(`${zh}未经核定`, `${en} is not granted`),
        related: [related(placeOfKey(system, 'history', basis.event, 'grants'), '核定的内容', 'the grant')],
      })
    }
  },
}
