import { type CodeDefinition, type Finding, finding } from '../finding/finding.ts'
import type { Model } from '../model/model.ts'

/** A day of the platform from which more is asked: once it has come, it is neither put off nor taken away. */
export function* dayStays(
  rule: CodeDefinition,
  part: 'exposure' | 'evidence',
  base: Model,
  { catalogue: { platform } }: Model,
): Iterable<Finding> {
  const [had, has] = [base.catalogue.platform.value[part]?.from, platform.value[part]?.from]
  if (had === undefined || had > base.asOf || (has !== undefined && has <= had)) return
  const path = has === undefined ? ['metadata'] : [part, 'from']
  yield finding(rule, platform.document.at(path, has === undefined ? 'key' : 'value'), {
    message: {
      zh: `起始日由 ${had} 改为 ${has ?? '（无）'}`,
      en: `the day changes from ${had} to ${has ?? 'none'}`,
    },
  })
}
