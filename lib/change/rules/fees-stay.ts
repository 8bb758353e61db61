import type { FeeStandard, ItemVersion } from '../../../generated/types/service.ts'
import { holdsOn, type Period, periodOf } from '../../clock/period.ts'
import { grantedLinesOf } from '../../entitlement/index.ts'
import { type Finding, finding } from '../../finding/finding.ts'
import type { CatalogueItem, Model } from '../../model/model.ts'
import { sameData } from '../../model/same-data.ts'
import { versionOn } from '../../model/version.ts'
import { feeStandardOn } from '../../money/fee.ts'
import type { ChangeRule } from '../rule.ts'

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
    const changed = itemsWithOtherVersions(base, head)
    // Most changes leave the catalogue alone, and every grant of the repository is a lot to look at.
    if (changed.length === 0) return
    const lines = Map.groupBy(grantedLinesOf(base), use => use.line.item)
    for (const [before, after] of changed) {
      const spans = (lines.get(before.value.id) ?? []).map(use => use.span)
      yield* firstDeparture(before, after, spans, base.asOf)
    }
  },
}

/** An item that is gone altogether is reported where it is used. */
function itemsWithOtherVersions(
  base: Model,
  head: Model,
): readonly (readonly [CatalogueItem, CatalogueItem])[] {
  return [...base.catalogue.items.values()].flatMap(before => {
    const after = head.catalogue.items.get(before.value.id)
    return after === undefined || sameData(before.value.versions, after.value.versions)
      ? []
      : [[before, after]]
  })
}

/** Only the first day that differs: one edit mostly changes all days after it. */
function* firstDeparture(
  before: CatalogueItem,
  after: CatalogueItem,
  spans: readonly Period[],
  asOf: string,
): Iterable<Finding> {
  if (spans.length === 0) return
  const changed = turningDays(before, after, spans)
    .filter(day => day < asOf && spans.some(span => holdsOn(span, day)))
    // A gap that is filled charged nobody anything; what lies behind it did.
    .filter(day => versionOn(before.value, day) !== undefined)
    .find(day => !sameData(feeStandardOn(before.value, day), feeStandardOn(after.value, day)))
  const had = changed === undefined ? undefined : versionOn(before.value, changed)
  if (changed === undefined || had === undefined) return
  const has = versionOn(after.value, changed)
  const [was, is] = [priceOf(had.fee), has === undefined ? undefined : priceOf(has.fee)]
  yield finding(feesStay, placeOf(after, has), {
    message: {
      zh: `${after.value.name.zh}在 ${changed} 的费用标准由“${was.zh}”改为${is === undefined ? '无' : `“${is.zh}”`}`,
      en: `the fee of ${after.value.name.en} on ${changed} changes from “${was.en}” to ${is === undefined ? 'none' : `“${is.en}”`}`,
    },
    related: [
      {
        ...placeOf(before, had),
        message: { zh: '目标分支上的费用标准', en: 'the fee on the target branch' },
      },
    ],
  })
}

/** The days on which a fee can begin to differ: between two of them nothing changes. */
function turningDays(before: CatalogueItem, after: CatalogueItem, spans: readonly Period[]): string[] {
  const ofVersion = (version: ItemVersion) => {
    const { from, until } = periodOf(version.from, version.to)
    return until === undefined ? [from] : [from, until]
  }
  const versions = [...before.value.versions, ...after.value.versions]
  return [...new Set([...spans.map(({ from }) => from), ...versions.flatMap(ofVersion)])].sort()
}

function placeOf({ document, path, value }: CatalogueItem, version: ItemVersion | undefined) {
  return version === undefined
    ? document.at([...path, 'versions'], 'key')
    : document.at([...path, 'versions', value.versions.indexOf(version), 'fee'])
}

const periods = {
  day: { zh: '每日', en: 'a day' },
  month: { zh: '每月', en: 'a month' },
  year: { zh: '每年', en: 'a year' },
  once: { zh: '一次性', en: 'once' },
} as const

function priceOf({ price, per, basis }: FeeStandard) {
  return {
    zh: `${periods[per].zh} ${price} 元，${basis}`,
    en: `${price} yuan ${periods[per].en}, ${basis}`,
  }
}
