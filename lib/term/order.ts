import type { OptionTerms, OrderTerms } from '../../generated/types/service.ts'
import type { Text } from '../finding/finding.ts'

/** In what quantities an item is sold: 至少 4，须为 2 的整数倍. Empty where there are no terms. */
export function quantitiesInWords({ least, most, step }: OrderTerms): Text {
  const parts: readonly Text[] = [
    ...(least === undefined ? [] : [{ zh: `至少 ${least}`, en: `${least} at least` }]),
    ...(most === undefined ? [] : [{ zh: `至多 ${most}`, en: `${most} at most` }]),
    ...(step === undefined ? [] : [{ zh: `须为 ${step} 的整数倍`, en: `in steps of ${step}` }]),
  ]
  return { zh: parts.map(({ zh }) => zh).join('，'), en: parts.map(({ en }) => en).join(', ') }
}

/** What an item goes with, in Chinese: 供“云主机”选配（每一份至多 2）. Empty where there are no terms. */
export function tiesInWords(
  { optionOf, needs, excludes }: OrderTerms,
  nameOf: (item: string) => string,
): readonly string[] {
  const names = (items: readonly string[]) => items.map(item => `“${nameOf(item)}”`).join('、')
  return [
    ...(optionOf === undefined ? [] : [`供${names(optionOf.items)}选配${countsInWords(optionOf)}`]),
    ...(needs === undefined ? [] : [`须一并申请${names(needs)}`]),
    ...(excludes === undefined ? [] : [`不能与${names(excludes)}一并申请`]),
  ]
}

function countsInWords({ items: _, ...counts }: OptionTerms): string {
  const { zh } = quantitiesInWords(counts)
  return zh === '' ? '' : `（每一份${zh}）`
}
