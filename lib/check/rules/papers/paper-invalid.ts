import { finding } from '../../../finding/finding.ts'
import { groundIn } from '../../ground.ts'
import { text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'
import { placeOfPapers, unmetRequirementsIn } from '../../unmet-requirements.ts'

export const paperInvalid: SystemRule = {
  code: 'TY4202',
  severity: 'error',
  title: text(
    '材料已过有效期，或出具单位没有所需的认可。',
    'A paper is out of date, or its issuer lacks the accreditation asked for.',
  ),
  why: text(
    '过期的材料、未经认可的机构出具的报告不能作为依据；换成有效的材料，并在 until、accreditation 中写明有效期和认可编号。',
    'Neither counts. Replace it by a good one and enter its last valid day (until) and the accreditation number.',
  ),
  *check(surroundings, system) {
    for (const owed of unmetRequirementsIn(surroundings, system)) {
      if (owed.deferred) continue
      for (const { paper, reason } of owed.unmet.invalid) {
        const wanted = owed.unmet.requirement.accredited ?? ''
        yield finding(paperInvalid, placeOfPapers(owed), {
          ...groundIn(surroundings, owed.profile, owed.unmet.requirement),
          severity: owed.unmet.requirement.severity,
          message:
            reason === 'expired'
              ? text(
                  `《${paper.type}》已于 ${paper.until} 到期`,
                  `《${paper.type}》 was valid until ${paper.until}`,
                )
              : text(
                  `《${paper.type}》的出具单位没有 ${wanted} 认可`,
                  `the issuer of 《${paper.type}》 has no ${wanted} accreditation`,
                ),
        })
      }
    }
  },
}
