import type { Text } from '../../finding/finding.ts'
import { unitAddressOf } from '../../model/address.ts'
import { changedUnits } from '../changed.ts'
import { departuresIn } from '../meaning/departures.ts'
import { named } from '../meaning/named.ts'
import { unitMeaning } from '../meaning/unit.ts'
import type { ChangeRule } from '../rule.ts'

export const unitsStay: ChangeRule = {
  code: 'TY4026',
  severity: 'error',
  title: {
    zh: '已有申请的单位，其身份和联系人不得就地改写',
    en: 'The identity and the people of a unit that has made requests are not rewritten in place',
  },
  why: {
    zh: '单位的类别、付费主体和代办单位决定可否申请、由谁付费；联系人经核实才算数，换人须同时写明新的核实日期（confirmed）。单位合并、更名的，缺主管部门的书面决定，由目标分支的管理员凭该决定合入。',
    en: 'A unit’s category, payer and applying unit decide whether it may ask and who pays. People count once they are confirmed: another one comes with a new day under `confirmed`. Where a unit was merged or renamed, the authority’s written decision is missing: whoever administers the target branch merges on it.',
  },
  *check(base, head) {
    for (const { before, after } of changedUnits(base, head)) {
      if (!base.systems.some(system => unitAddressOf(system) === before.address)) continue
      for (const one of departuresIn({ table: unitMeaning, asOf: base.asOf }, before.value, after.value))
        yield named(unitsStay, { before, after }, one, wayOut)
    }
  },
}

const wayOut: Text = {
  zh: '恢复原内容；联系人有变的，同时更新 confirmed',
  en: 'restore it; where a person changed, renew `confirmed` with it',
}
