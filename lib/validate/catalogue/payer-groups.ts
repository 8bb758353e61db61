import type { Billing } from '../../../generated/types/jurisdiction.ts'
import { closest } from '../../finding/closest.ts'
import { type DataPath, type Finding, finding, type Text } from '../../finding/finding.ts'
import { isKind, type ValidDocument, type ValidDocumentOf } from '../document.ts'
import type { CatalogueRule } from './rule.ts'

export const payerGroups: CatalogueRule<'jurisdiction'> = {
  code: 'TY2223',
  severity: 'error',
  title: { zh: '付费主体没有分清', en: 'payers that do not share out what is paid' },
  why: {
    zh: '每组的份额合计须为 100，同一主体只列一次；服务类别须为服务目录中的类别；不附任何条件的一组之后，其余各组永远轮不到。请核对条款后改正。',
    en: 'The shares of a group come to 100 and name each payer once; kinds are categories of the service catalogue; after a group without any condition no other is ever reached. Check the text and correct it.',
  },
  *check(document, catalogue) {
    const kinds = new Set(
      catalogue.flatMap(other => (isKind(other, 'services') ? [other.value.category] : [])),
    )
    for (const { billing, path } of billingsIn(document)) yield* faultsOf(document, billing, path, kinds)
  },
}

/** The profile's own billing, and that of each decision. */
export function billingsIn({ value }: ValidDocumentOf<'jurisdiction'>): readonly {
  readonly billing: Billing
  readonly path: DataPath
}[] {
  const parts = [
    { billing: value.billing, path: ['billing'] },
    ...(value.decisions ?? []).map(({ billing }, index) => ({
      billing,
      path: ['decisions', index, 'billing'],
    })),
  ]
  return parts.flatMap(({ billing, path }) => (billing === undefined ? [] : [{ billing, path }]))
}

function* faultsOf(
  document: ValidDocument,
  { payers = [] }: Billing,
  billing: DataPath,
  kinds: ReadonlySet<string>,
): Generator<Finding> {
  const say = (path: DataPath, message: Text, replacement?: string) =>
    finding(payerGroups, document.at([...billing, 'payers', ...path]), {
      message,
      ...(replacement !== undefined && {
        fix: { message: { zh: `改为 ${replacement}`, en: `write ${replacement}` }, replacement },
      }),
    })
  let last: number | undefined
  for (const [index, { shares, article: _, stated: __, ...conditions }] of payers.entries()) {
    if (last !== undefined) yield say([index], unreached(last))
    if (Object.keys(conditions).length === 0) last ??= index
    const sum = shares.reduce((total, { percent }) => total + percent, 0)
    if (sum !== 100) yield say([index, 'shares'], notWhole(sum))
    for (const [at, { name }] of shares.entries())
      if (shares.findIndex(other => other.name === name) < at)
        yield say([index, 'shares', at, 'name'], {
          zh: `${name}在本组已列过`,
          en: `${name} stands in the group already`,
        })
    for (const [at, kind] of (conditions.kinds ?? []).entries())
      if (!kinds.has(kind)) yield say([index, 'kinds', at], unknownKind(kind), closest(kind, kinds))
  }
}

const notWhole = (sum: number): Text => ({
  zh: `各份额合计 ${sum}，须为 100`,
  en: `the shares come to ${sum}, and must come to 100`,
})

const unreached = (last: number): Text => ({
  zh: `第 ${last + 1} 组不附条件，本组永远轮不到`,
  en: `group ${last + 1} has no condition, so that this one is never reached`,
})

const unknownKind = (kind: string): Text => ({
  zh: `服务目录没有类别 ${kind}`,
  en: `the service catalogue has no category ${kind}`,
})
