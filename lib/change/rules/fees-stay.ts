import type { FeeStandard, ServiceItem } from '../../../generated/types/service.ts'
import { finding } from '../../finding/finding.ts'
import { versionOn } from '../../model/version.ts'
import { chargesOf } from '../../money/charge.ts'
import { feeStandardOn } from '../../money/fee.ts'
import { feeInWords } from '../../money/words.ts'
import type { ChangeRule } from '../rule.ts'
import { firstOtherDay, reversionedItems, versionPlace } from '../versions.ts'

export const feesStay: ChangeRule = {
  code: 'TY4007',
  severity: 'error',
  title: {
    zh: '已授予的服务项在过去日期的费用标准不得更改',
    en: 'The fee of a granted item does not change for days that are over',
  },
  why: {
    zh: '过去的费用按当日有效的版本计算，改动版本等于重算旧账。恢复原版本；调整费用标准的，为原版本写明失效日（to），另加一个今后生效的版本。',
    en: 'What is past was charged by the version valid on the day; altering that version rewrites old bills. Restore it; for a new fee give the old version its last day (`to`) and add one that begins later.',
  },
  *check(base, head) {
    for (const item of reversionedItems(base, head)) {
      const { before, after } = item
      const day = firstOtherDay(item, base.asOf, paidOn)
      const had = day === undefined ? undefined : versionOn(before.value, day)
      if (day === undefined || had === undefined) continue
      const has = versionOn(after.value, day)
      const [was, is] = [priceOf(had.fee), has === undefined ? undefined : priceOf(has.fee)]
      yield finding(feesStay, versionPlace(after, has, 'fee'), {
        message: {
          zh: `${after.value.name.zh}在 ${day} 的费用标准由“${was.zh}”改为${is === undefined ? '无' : `“${is.zh}”`}`,
          en: `the fee of ${after.value.name.en} on ${day} changes from “${was.en}” to ${is === undefined ? 'none' : `“${is.en}”`}`,
        },
        related: [
          {
            ...versionPlace(before, had, 'fee'),
            message: { zh: '目标分支上的费用标准', en: 'the fee on the target branch' },
          },
        ],
      })
    }
  },
}

/** What is paid, and by which paper; how it is written makes no difference. */
function paidOn(item: ServiceItem, day: string): unknown {
  const fee = feeStandardOn(item, day)
  return fee && { basis: fee.basis, charges: chargesOf(fee) }
}

function priceOf(fee: FeeStandard) {
  const { zh, en } = feeInWords(fee)
  return { zh: `${zh}，${fee.basis}`, en: `${en}, ${fee.basis}` }
}
