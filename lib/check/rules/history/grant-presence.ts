import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { eventTerm } from '../../../term/index.ts'
import { place, placeOfKey, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const grantPresence: SystemRule = {
  code: 'TY3504',
  severity: 'error',
  title: text(
    '该环节缺少授予的资源，或不应带有授予。',
    'An event lacks its grant, or has one that it may not have.',
  ),
  why: text(
    '只有批准的环节授予资源，且须写明授予的全部资源（grants）；补写，或移到批准的环节。',
    'Only an approval grants, and it says the whole of what is granted. Add the grants, or move them to the approval.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined) return
    for (const [index, { event, grants }] of system.value.history.entries()) {
      const definition = entryOf(profile.lifecycle.events, event)
      if (definition === undefined || definition.grants === 'allowed') continue
      if ((definition.grants === 'required') === (grants !== undefined)) continue
      const { zh, en } = eventTerm(profile, event)
      const at =
        grants === undefined
          ? place(system, 'history', index, 'event')
          : placeOfKey(system, 'history', index, 'grants')
      yield finding(grantPresence, at, {
        article: definition.article,
        message:
          grants === undefined
            ? text(`“${zh}”须写明核定的资源（grants）`, `“${en}” must say what is granted (\`grants\`)`)
            : text(`“${zh}”不核定资源，不写 “grants”`, `“${en}” grants nothing, and has no \`grants\``),
      })
    }
  },
}
