import { profileOf } from '../../../entitlement/index.ts'
import { finding } from '../../../finding/finding.ts'
import { articleFor } from '../../article.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const classifiedSystem: SystemRule = {
  code: 'TY3507',
  severity: 'error',
  title: text('涉密系统不得上云。', 'A classified system has no place in this cloud.'),
  why: text(
    '政务云运行在非涉密网络上，只承载非涉密系统；涉密系统按保密规定另行建设。',
    'The cloud runs on unclassified networks. A classified system is built elsewhere, by the rules of secrecy.',
  ),
  articles: ['NW-1.2', 'DT-5', 'XS-37', 'JQ-7'],
  *check(surroundings, system) {
    if (!system.value.classified) return
    const jurisdiction = system.value.metadata.jurisdiction
    yield finding(classifiedSystem, place(system, 'classified'), {
      article:
        profileOf(surroundings, system)?.scope?.classified?.article ??
        articleFor(classifiedSystem, surroundings, jurisdiction),
      message: text('系统标明涉密', 'the system is marked as classified'),
    })
  },
}
