import type { Brief } from '../../lib/brief/index.ts'
import {
  behind,
  colon,
  flagsName,
  gravities,
  noFlags,
  nothingChanged,
} from '../../lib/brief/render/labels.ts'
import type { Language, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'
import type { ReviewStatement } from '../../lib/statement/index.ts'

export const verdictNames: Readonly<Record<ReviewStatement['verdict'], Text>> = {
  approved: { zh: '同意', en: 'approved' },
  refused: { zh: '不同意', en: 'refused' },
}

/** What somebody is about to sign, so that nobody signs what they have not seen. */
export function statementLines(
  language: Language,
  statement: ReviewStatement,
  reason: string | undefined,
  brief: Brief,
): readonly string[] {
  const { forge, repository, target, change, base, head, tree, person, verdict } = statement
  const rows: readonly (readonly [Text, string])[] = [
    [{ zh: '仓库', en: 'repository' }, `${forge} ${repository} → ${target}`],
    [{ zh: '合并请求', en: 'change' }, change === null ? '-' : `#${change}`],
    [{ zh: '提交', en: 'commits' }, `${base.slice(0, 12)}..${head.slice(0, 12)}`],
    [{ zh: '合并后的内容', en: 'tree once merged' }, tree],
    [{ zh: '签署人', en: 'signer' }, person],
    [{ zh: '意见', en: 'verdict' }, verdictNames[verdict][language]],
    ...(reason === undefined ? [] : [[{ zh: '理由', en: 'reason' }, printable(reason)] as const]),
  ]
  return [...rows.map(([name, value]) => `${name[language]}  ${value}`), '', ...briefLines(language, brief)]
}

function briefLines(language: Language, { parts, flags }: Brief): readonly string[] {
  const told = flags.map(flag => {
    const { severity, name, message } = flag
    const about = name[language] === '' ? '' : `${name[language]}${colon[language]}`
    const said = behind(flag, language)
    return `  ${gravities[severity][language]}  ${about}${message[language]}${said === '' ? '' : ` (${said})`}`
  })
  return [
    ...(parts.length === 0 ? [nothingChanged[language]] : parts.map(({ heading }) => heading[language])),
    ...(told.length === 0 ? [noFlags[language]] : [flagsName[language], ...told]),
  ].map(printable)
}
