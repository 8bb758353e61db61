import { type ChangeSummary, isEmpty } from '../../lib/deliver/resource-changes.ts'
import { type StackResult, type Status, zoneLeftOut } from '../../lib/deliver/run.ts'
import type { Finding, Language, StackPlace, Text } from '../../lib/finding/finding.ts'
import { printable } from '../../lib/finding/printable.ts'

export const statusWords: Readonly<Record<Status, Text>> = {
  pending: { zh: '未执行', en: 'pending' },
  running: { zh: '执行中', en: 'running' },
  planned: { zh: '已计划', en: 'planned' },
  applied: { zh: '已交付', en: 'applied' },
  destroyed: { zh: '已销毁', en: 'destroyed' },
  unchanged: { zh: '无变化', en: 'unchanged' },
  deferred: { zh: '待新建', en: 'new' },
  failed: { zh: '失败', en: 'failed' },
  skipped: { zh: '跳过', en: 'skipped' },
  interrupted: { zh: '已中断', en: 'interrupted' },
}

/** `+23 ~1 ±0 -0`: what is made, changed, made anew and removed; only what there is. */
export function changesText(changes: ChangeSummary | undefined, language: Language): string {
  if (changes === undefined) return ''
  if (isEmpty(changes)) return { zh: '无变更', en: 'no changes' }[language]
  const parts = [
    ['+', changes.create],
    ['~', changes.update],
    ['±', changes.replace],
    ['-', changes.delete],
    ['←', changes.import],
  ] as const
  return parts.flatMap(([sign, count]) => (count === 0 ? [] : [`${sign}${count}`])).join(' ')
}

/** One line on a stack. */
export function resultLine(result: StackResult, language: Language): string {
  const { stack, status, changes, seconds, because, failure } = result
  const reason =
    failure === undefined || status === 'interrupted'
      ? because === undefined
        ? ''
        : { zh: `因 ${because} 未成功`, en: `because ${because} did not succeed` }[language]
      : `${failure.code} ${failure.message[language]}`
  const parts = [
    statusWords[status][language],
    stack,
    status === 'unchanged' ? '' : changesText(changes, language),
    seconds === undefined ? '' : `${seconds.toFixed(1)} s`,
    reason,
  ]
  return parts.filter(part => part !== '').join('  ')
}

/** A failure in full: the cause, what was said, and what to do. What was stopped on purpose needs no words. */
export function failureLines(result: StackResult, language: Language): readonly string[] {
  const { stack, failure, status } = result
  if (failure === undefined || status === 'interrupted' || zoneLeftOut(result) !== undefined) return []
  const errors = failure.diagnostics.filter(({ severity }) => severity === 'error')
  return [
    `${stack}: ${failure.code} ${failure.message[language]}`,
    ...errors.flatMap(({ address, summary, detail }) => [
      `    ${address === undefined ? '' : `${address}: `}${printable(summary)}`,
      ...detail
        .split('\n')
        .filter(line => line.trim() !== '')
        .map(line => `      ${printable(line)}`),
    ]),
    ...(failure.findings ?? []).flatMap(found => findingLines(found, language)),
    `    → ${failure.fix.message[language]}`,
  ]
}

/** `    openstack_….router: the router would be removed … [NW-2.5]`, and how it gets further. */
function findingLines(
  { code, address, message, article, fix }: Finding<StackPlace>,
  language: Language,
): readonly string[] {
  const parts = [address, `${code} ${message[language]}`].filter(part => part !== undefined)
  const ground = article === undefined ? '' : ` [${article}]`
  return [
    `    ${parts.map(printable).join(': ')}${ground}`,
    ...(fix === undefined ? [] : [`      → ${printable(fix.message[language])}`]),
  ]
}
