import type { ResourceTerm } from '../../../generated/types/jurisdiction.ts'
import { finding } from '../../finding/finding.ts'
import type { CatalogueRule } from './rule.ts'

export const termLength: CatalogueRule<'jurisdiction'> = {
  code: 'TY2226',
  severity: 'error',
  title: { zh: '限期使用的资源没有写清期限', en: 'resources with a term that has no one length' },
  why: {
    zh: '每种资源用途只列一次，期限写 months 或 days 之一；可以续期的（renewedBy）写明次数（renewals）或累计月数（renewedMonths）。请补写，或删去其一。',
    en: 'Each use stands once, and its term is either `months` or `days` long; what is renewed (`renewedBy`) says how often (`renewals`) or for how many months in all (`renewedMonths`). Add what is missing, or remove one of the two.',
  },
  *check(document) {
    const seen = new Set<string>()
    for (const [index, { use, months, days, ...renewed }] of (document.value.terms ?? []).entries()) {
      if (seen.has(use))
        yield finding(termLength, document.at(['terms', index, 'use']), {
          message: { zh: `资源用途 ${use} 已列过`, en: `the use ${use} stands there already` },
        })
      seen.add(use)
      if (isEndless(renewed))
        yield finding(termLength, document.at(['terms', index, 'renewedBy'], 'key'), {
          message: {
            zh: '没有写 renewals 或 renewedMonths',
            en: 'neither renewals nor renewedMonths is given',
          },
        })
      if ((months === undefined) !== (days === undefined)) continue
      yield finding(termLength, document.at(['terms', index]), {
        message:
          months === undefined
            ? { zh: '没有写 months 或 days', en: 'neither months nor days is given' }
            : { zh: 'months 与 days 只写一项', en: 'it is either months or days' },
      })
    }
  },
}

function isEndless({
  renewedBy,
  renewals,
  renewedMonths,
}: Pick<ResourceTerm, 'renewedBy' | 'renewals' | 'renewedMonths'>): boolean {
  return renewedBy !== undefined && renewals === undefined && renewedMonths === undefined
}
