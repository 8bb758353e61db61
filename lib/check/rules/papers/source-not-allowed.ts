import type { JurisdictionProfile } from '../../../../generated/types/jurisdiction.ts'
import { profileOf } from '../../../entitlement/index.ts'
import { finding, type Text } from '../../../finding/finding.ts'
import { entryOf } from '../../../model/entry.ts'
import { eventTerm, inARow } from '../../../term/index.ts'
import { place, text } from '../../place.ts'
import type { SystemRule } from '../../rule.ts'

export const sourceNotAllowed: SystemRule = {
  code: 'TY4208',
  severity: 'error',
  title: text('该环节没有来源，或来源不在允许之列。', 'An event has no source, or one that it may not have.'),
  why: text(
    '每一环节都须能追溯：代码平台的变更与评审编号、纸质材料编号、或签名提交。按本地区管理办法的配置中该环节的 sources 填写 source；经合并请求提出的申请可以不写，该合并请求即其来源。',
    'Every event can be traced: a change and review in the forge, a paper, or a signed commit. Give the source that the profile allows; a request that a pull request brings in may go without, for that is its source.',
  ),
  *check(surroundings, system) {
    const profile = profileOf(surroundings, system)
    if (profile === undefined) return
    for (const [index, event] of system.value.history.entries()) {
      if (system.document.recordOf?.(index) !== undefined) continue
      const definition = entryOf(profile.lifecycle.events, event.event)
      const allowed = definition?.sources
      // The change that brings a request in has no number before it is made; git knows which one it was.
      if (event.source === undefined && definition?.requests === true && allowed?.includes('forge') === true)
        continue
      if (allowed === undefined || allowed.some(source => event.source?.[source] !== undefined)) continue
      const at = event.source === undefined ? 'event' : 'source'
      yield finding(sourceNotAllowed, place(system, 'history', index, at), {
        message: messageFor(eventTerm(profile, event.event), allowed),
      })
    }
  },
}

type Source = NonNullable<JurisdictionProfile['lifecycle']['events'][string]['sources']>[number]

const sourceTerms: Readonly<Record<Source, Text>> = {
  forge: text('代码平台上的审批记录（forge）', 'a record of the forge (`forge`)'),
  paper: text('纸质或电子公文（paper）', 'a paper (`paper`)'),
  commit: text('签名的提交（commit）', 'a signed commit (`commit`)'),
}

function messageFor(event: Text, allowed: readonly Source[]): Text {
  const { zh, en } = inARow(allowed.map(source => sourceTerms[source]))
  return text(`“${event.zh}”的来源应为${zh}`, `“${event.en}” comes from ${en}`)
}
