import { finding } from '../../../finding/finding.ts'
import { place, text } from '../../place.ts'
import type { RepositoryRule } from '../../rule.ts'

export const regulationUnverified: RepositoryRule = {
  code: 'TY4113',
  severity: 'warning',
  title: text(
    '所依据的法规文本尚未施行，或其效力尚待核实。',
    'The text of a regulation is a draft, or its validity is not verified.',
  ),
  why: text(
    '征求意见稿不是依据，文号、施行日期和有效期不明的文本也无从判断是否有效；核实后更新管理办法的配置，删去 draft、unverified。',
    'A draft binds nobody, and a text without number or dates may be out of force. Verify it, update the profile, and take out draft and unverified.',
  ),
  *check(model) {
    for (const profile of model.catalogue.jurisdictions.values()) {
      const { title, draft = false, unverified } = profile.value.regulation
      if (!draft && unverified === undefined) continue
      const key = unverified === undefined ? 'draft' : 'unverified'
      const about =
        unverified === undefined ? { zh: '', en: '' } : { zh: `：${unverified}`, en: `: “${unverified}”` }
      yield finding(regulationUnverified, place(profile, 'regulation', key), {
        message: draft
          ? text(`《${title}》是尚未施行的文本${about.zh}`, `the text of 《${title}》 is a draft${about.en}`)
          : text(
              `《${title}》的效力待核实${about.zh}`,
              `the validity of 《${title}》 is not verified${about.en}`,
            ),
      })
    }
  },
}
