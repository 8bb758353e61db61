import { dayStays } from '../day-stays.ts'
import type { ChangeRule } from '../rule.ts'

export const exposureDayStays: ChangeRule = {
  code: 'TY4015',
  severity: 'error',
  title: {
    zh: '访问规则须经授予的起始日不得推迟或取消',
    en: 'The day from which openings are granted is neither put off nor taken away',
  },
  why: {
    zh: '推迟起始日，其间未写明访问规则的授予就会重新放开。恢复原日期。',
    en: 'Grants in between that say nothing of openings would open everything again. Restore the day.',
  },
  check: (base, head) => dayStays(exposureDayStays, 'exposure', base, head),
}
