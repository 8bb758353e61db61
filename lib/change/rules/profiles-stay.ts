import type { Text } from '../../finding/finding.ts'
import type { Model } from '../../model/model.ts'
import { departuresIn } from '../meaning/departures.ts'
import { jurisdictionMeaning } from '../meaning/jurisdiction.ts'
import { named } from '../meaning/named.ts'
import type { ChangeRule } from '../rule.ts'

export const profilesStay: ChangeRule = {
  code: 'TY4024',
  severity: 'error',
  title: {
    zh: '已有申请所依的管理办法不得就地改写',
    en: 'A regulation by which requests were made is not rewritten in place',
  },
  why: {
    zh: '时限、材料、审批、状态和计费一改，过去和正在办理的申请所应办的就变了，日后审计也对不上。恢复原内容；新印发的办法另立 catalogue/jurisdictions/<标识>.yaml，此后的申请依新办法。配置与原文不符而须更正的，缺主管部门的书面决定：由目标分支的管理员凭该决定合入。',
    en: 'With other deadlines, papers, approvals, states or billing, past and running requests would owe something else, and no audit would come out. Restore it. A newly issued regulation is a file of its own, catalogue/jurisdictions/<id>.yaml, by which later requests are made. Where the profile differs from the text and must be mended, the authority’s written decision is missing: whoever administers the target branch merges on it.',
  },
  *check(base, head) {
    for (const [id, before] of base.catalogue.jurisdictions) {
      const after = head.catalogue.jurisdictions.get(id)
      if (after === undefined || before.document.digest === after.document.digest) continue
      if (!isUsed(base, id)) continue
      const comparison = { table: jurisdictionMeaning, asOf: base.asOf }
      // As they are written: what is decided stands in one place there, and the model has it in two.
      for (const one of departuresIn(comparison, before.document.value, after.document.value))
        yield named(profilesStay, { before, after }, one, wayOut)
    }
  },
}

const wayOut: Text = {
  zh: '恢复原内容；新办法另立文件，更正须先有主管部门的书面决定',
  en: 'restore it; a new regulation is a file of its own, and a correction needs the authority’s written decision first',
}

function isUsed({ systems, catalogue: { platform } }: Model, id: string): boolean {
  return (
    systems.some(({ value }) => value.metadata.jurisdiction === id) ||
    (platform.value.changes ?? []).some(({ jurisdiction }) => jurisdiction === id)
  )
}
