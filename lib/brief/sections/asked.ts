import type { JurisdictionProfile } from '../../../generated/types/jurisdiction.ts'
import type { SystemManifest } from '../../../generated/types/system.ts'
import type { Text } from '../../finding/finding.ts'
import { stateOf } from '../../lifecycle/index.ts'
import { unitAddressOf } from '../../model/address.ts'
import { entryOf } from '../../model/entry.ts'
import type { System } from '../../model/model.ts'
import { paperDecisionsIn } from '../../profile/typed-decision.ts'
import { eventTerm, stateTerm, unitTerm, wordTerm } from '../../term/index.ts'
import { type VocabularyName, wordName } from '../../vocabulary/index.ts'
import { factsOf } from '../blocks.ts'
import type { Fact } from '../brief.ts'
import { type SystemChange, systemOf } from '../change.ts'
import { groundIn } from '../grounds.ts'
import { bracketed, clipped, nothing, same, turned } from '../words.ts'
import type { SystemSection } from './section.ts'

export const asked: SystemSection = {
  id: 'asked',
  name: { zh: '申请', en: 'the request' },
  blocks: change => {
    const system = systemOf(change)
    if (system === undefined) return []
    return factsOf([
      ...whoAsks(change, system),
      ...events(change),
      ...onPaper(change, system),
      ...whatFor(change, system),
    ])
  },
}

/** People go by their offices: their names and numbers stand in the manifest, and a comment goes far. */
function whoAsks({ after, before, profile }: SystemChange, system: System): readonly Fact[] {
  const address = unitAddressOf(system)
  const unit = after.unitByAddress.get(address) ?? before.unitByAddress.get(address)
  const category = unit && wordTerm(profile, 'categories', unit.value.category)
  const name =
    unit === undefined
      ? unitTerm(after, address)
      : { zh: unit.value.metadata.name, en: unit.value.metadata.name }
  const { title } = system.value.contacts.responsible
  return [
    {
      name: { zh: '使用单位', en: 'unit' },
      value: category === undefined ? name : bracketed(name, category),
    },
    {
      name: { zh: '系统负责人职务', en: 'office of who is responsible' },
      value: title === undefined ? nothing : clipped(title),
    },
  ]
}

function events({ has, profile, appended }: SystemChange): readonly Fact[] {
  if (has === undefined)
    return [{ name: { zh: '事项', en: 'matter' }, value: { zh: '删除清单', en: 'its manifest is removed' } }]
  if (appended.length === 0)
    return [
      {
        name: { zh: '事项', en: 'matter' },
        value: {
          zh: '修改清单，没有新的办理环节',
          en: 'the manifest changes, and nothing is appended to its history',
        },
      },
    ]
  return appended.flatMap((index): readonly Fact[] => {
    const event = has.value.history[index]
    if (event === undefined) return []
    const term = profile === undefined ? same(event.event) : eventTerm(profile, event.event)
    const dated = { zh: `${term.zh}，${event.on}`, en: `${term.en}, ${event.on}` }
    const ground = groundIn(profile, entryOf(profile?.lifecycle.events, event.event))
    const reason =
      event.reason === undefined ? [] : [{ name: { zh: '理由', en: 'reason' }, value: clipped(event.reason) }]
    return [{ name: { zh: '事项', en: 'matter' }, value: bracketed(dated, ground) }, ...reason]
  })
}

/** What no forge decided: whoever goes on from it knows that only the papers bear it. */
function onPaper({ profile, after }: SystemChange, system: System): readonly Fact[] {
  if (profile === undefined) return []
  const decisions = paperDecisionsIn(profile, system.value.history, after.asOf).map(
    ({ event, on, paper }): Text => {
      const [{ zh, en }, number] = [eventTerm(profile, event), clipped(paper)]
      return { zh: `${zh}（${on}），${number.zh}`, en: `${en} (${on}), ${number.en}` }
    },
  )
  if (decisions.length === 0) return []
  const value = {
    zh: decisions.map(({ zh }) => zh).join('；'),
    en: decisions.map(({ en }) => en).join('; '),
  }
  return [{ name: { zh: '纸质决定', en: 'decided on paper' }, value }]
}

function whatFor({ profile, had, after, before }: SystemChange, system: System): readonly Fact[] {
  const { origin, purpose, metadata } = system.value
  const word = (vocabulary: 'origins' | 'purposes', read: (of: SystemManifest) => string) => {
    const now = inOwnWords(profile, vocabulary, read(system.value))
    return had === undefined ? now : turned(inOwnWords(profile, vocabulary, read(had.value)), now)
  }
  const state = (of: System | undefined, day: string) =>
    of === undefined || profile === undefined
      ? undefined
      : stateTerm(profile, stateOf(profile, of.value.history, day).state)
  const [was, is] = [state(had, before.asOf), state(system, after.asOf)]
  return [
    {
      name: { zh: '用途', en: 'purpose' },
      value: purpose === '' ? nothing : word('purposes', of => of.purpose),
    },
    { name: { zh: '来源', en: 'origin' }, value: origin === '' ? nothing : word('origins', of => of.origin) },
    ...(metadata.description === undefined
      ? []
      : [{ name: { zh: '说明', en: 'description' }, value: clipped(metadata.description) }]),
    ...(is === undefined
      ? []
      : [{ name: { zh: '状态', en: 'state' }, value: was === undefined ? is : turned(was, is) }]),
  ]
}

/** Words of a regulation may be their own ids, and then need no quotes. */
function inOwnWords(profile: JurisdictionProfile | undefined, vocabulary: VocabularyName, id: string): Text {
  return { zh: wordName(profile, vocabulary, id), en: wordTerm(profile, vocabulary, id).en }
}
