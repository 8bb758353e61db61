import { finding, type Text } from '../../../finding/finding.ts'
import { type Renewal, renewalsIn, termOfUse } from '../../../profile/terms.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const renewalBeyondTerm: SystemRule = {
  code: 'TY3902',
  severity: 'error',
  title: text('限期使用的资源续期不合规定。', 'Resources with a term are renewed beyond what is allowed.'),
  why: text(
    '续期须写明新的截止日（until），不晚于原截止日加一个期限，次数和累计时长不超过规定；此后应当收回。请改正截止日，或办理收回；需长期使用的按正式资源申请。',
    'A renewal says its last day (`until`), no later than one more term after the old one, and there are only so many, or so many months of them; then the resources come back. Correct the day, or reclaim them; what is to stay is asked for as such.',
  ),
  *check({ catalogue }, system) {
    const profile = catalogue.jurisdictions.get(system.value.metadata.jurisdiction)?.value
    const term = profile && termOfUse(profile, system.value)
    if (term === undefined) return
    for (const renewal of renewalsIn(term, system.value.history)) {
      const { event, index, count, latest } = renewal
      const say = (key: 'event' | 'until', message: Text) =>
        finding(renewalBeyondTerm, place(system, 'history', index, key), { article: term.article, message })
      const allowed = term.renewals ?? (term.renewedMonths === undefined ? 0 : count)
      if (count > allowed) yield say('event', tooMany(renewal, allowed))
      if (event.until === undefined) yield say('event', withoutDay(renewal))
      else if (event.until > latest)
        yield say(
          'until',
          text(
            `续期至 ${event.until}，最迟至 ${latest}`,
            `renewed until ${event.until}, and ${latest} is the latest`,
          ),
        )
    }
  },
}

const tooMany = ({ count }: Renewal, allowed: number): Text =>
  text(`第 ${count} 次续期，至多 ${allowed} 次`, `renewal ${count}, and at most ${allowed} are allowed`)

const withoutDay = ({ latest }: Renewal): Text =>
  text(
    `续期没有写明截止日（until），最迟至 ${latest}`,
    `the renewal has no last day (\`until\`); ${latest} at the latest`,
  )
