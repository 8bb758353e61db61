import { addMonths } from '../../../clock/index.ts'
import { finding } from '../../../finding/finding.ts'
import { groundIn } from '../../ground.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const platformMlps: RepositoryRule = {
  code: 'TY3607',
  severity: 'error',
  title: text(
    '平台的等级保护级别低于法规要求，或测评已超过周期。',
    'The MLPS level of the platform is below what the regulation wants, or its assessment is overdue.',
  ),
  why: text(
    '政务云平台须按规定的等级保护级别防护并定期测评；完成定级备案或测评后更新 platform.yaml 的 mlps。',
    'The platform is protected at the level that the regulation names and assessed regularly. File or assess it, then update mlps in platform.yaml.',
  ),
  articles: ['NW-3.4', 'DT-20', 'XS-34'],
  *check(model) {
    const { platform, jurisdictions } = model.catalogue
    const { level, assessed } = platform.value.mlps
    for (const { value: profile } of jurisdictions.values()) {
      const { platformFloor: floor, platformPeriodic: period } = profile.mlps ?? {}
      const name = profile.metadata.name
      if (floor !== undefined && level < floor.level) {
        yield finding(platformMlps, place(platform, 'mlps', 'level'), {
          ...groundIn(model, profile, floor),
          message: text(
            `${name.zh}要求不低于${floor.level}级，平台为${level}级`,
            `${name.en} wants level ${floor.level}, the platform has ${level}`,
          ),
        })
      }
      if (period === undefined || assessed === undefined) continue
      const due = addMonths(assessed, period.months)
      if (due >= model.asOf) continue
      yield finding(platformMlps, place(platform, 'mlps', 'assessed'), {
        ...groundIn(model, profile, period),
        // That a day has passed stops nothing that stands; see what has lapsed.
        severity: 'warning',
        message: text(
          `平台每 ${period.months} 个月测评一次（${period.basis}），应于 ${due} 前完成`,
          `the platform is assessed every ${period.months} months; this was due by ${due} (${name.en})`,
        ),
      })
    }
  },
}
