import { askedOpenings, exposureBasisOf } from '../../entitlement/index.ts'
import { type Finding, finding } from '../../finding/finding.ts'
import type { Model } from '../../model/model.ts'
import { widenings } from '../../network/coverage.ts'
import { openingTerm } from '../../term/index.ts'
import { type JudgedSystem, judgedSystems } from '../changed.ts'
import { appendedRequest } from '../requested.ts'
import type { ChangeRule } from '../rule.ts'

export const openingsChangeByRequest: ChangeRule = {
  code: 'TY4008',
  severity: 'error',
  title: {
    zh: '访问规则和跨区交换只能随新的申请环节放宽',
    en: 'Openings become wider only together with a new request event',
  },
  why: {
    zh: '开放访问与增加资源一样，须先申请、经审核；收紧则不必。在 history 末尾追加相应的申请环节，或恢复原规则。尚沿用旧有规则的系统，申请环节还须以 inherited 写明现有的规则，答复之前以此为准。',
    en: 'What is opened is requested and approved like any resource; narrowing is not. Append the request event, or restore the rule. A system whose openings stand by inheritance also says under `inherited` of that event what stands: it goes on standing until the answer.',
  },
  articles: ['NW-2.5', 'DT-15', 'XS-22.1', 'ZJ-11', 'JQ-10.2'],
  *check(base, head) {
    for (const judged of judgedSystems(base, head)) yield* wider(base, judged)
  },
}

function* wider(base: Model, { before, system, profile }: JudgedSystem): Iterable<Finding> {
  const basis = exposureBasisOf(base, system.value, base.asOf)
  const allowed = [...askedOpenings(before.value), ...(basis.kind === 'granted' ? basis.openings : [])]
  const lines = widenings(askedOpenings(system.value), allowed)
  if (lines.length === 0) return
  const article = openingsChangeByRequest.articles?.find(id => id.startsWith(profile.regulation.articles))
  const request = appendedRequest(profile, before.value, system.value)
  if (request === undefined) {
    for (const line of lines) {
      const { zh, en } = openingTerm(base, line, system.value.metadata.jurisdiction)
      yield finding(openingsChangeByRequest, system.document.at(line.path), {
        article,
        message: {
          zh: `${zh}比目标分支上的宽，没有随之申请`,
          en: `${en} is wider than on the target branch, and no request goes with it`,
        },
      })
    }
    return
  }
  if (basis.kind !== 'inherited' || basis.record !== undefined) return
  yield finding(openingsChangeByRequest, system.document.at(['history', request, 'event']), {
    article,
    message: {
      zh: '现有的访问规则沿用自此前的核定，申请放宽时须写明现有的规则（inherited）',
      en: 'what is open stands by inheritance; a request for more says under `inherited` what stands',
    },
  })
}
