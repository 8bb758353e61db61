import type { Condition, Openings, Places } from '../../generated/types/condition.ts'
import type { FactDefinition, JurisdictionProfile } from '../../generated/types/jurisdiction.ts'
import type { Text } from '../finding/finding.ts'
import { entryOf } from '../model/entry.ts'
import type { Surroundings } from '../model/model.ts'
import { directionTerms, idInWords, poolName, wordTerm, zoneTerm } from '../term/index.ts'
import type { VocabularyName } from '../vocabulary/index.ts'
import { conditionMembers } from './condition.ts'
import { happeningTerm } from './signals.ts'

/** What words are taken from. */
interface Setting {
  readonly around: Pick<Surroundings, 'catalogue'>
  readonly profile: JurisdictionProfile
}

type Words = {
  readonly [K in keyof Required<Condition>]: (want: NonNullable<Condition[K]>, setting: Setting) => Text
}

/** A condition in a line, in the order of what it asks: `等保级别不低于三级，且资源在互联网区`. */
export function conditionInWords(
  around: Pick<Surroundings, 'catalogue'>,
  profile: JurisdictionProfile,
  condition: Condition,
): Text {
  const setting = { around, profile }
  const said = <K extends keyof Words>(name: K): readonly Text[] => {
    const want: Condition[K] = condition[name]
    return want === undefined ? [] : [words[name](want, setting)]
  }
  const parts = conditionMembers.flatMap(name => said(name))
  if (parts.length === 0) return { zh: '任何情形', en: 'any case' }
  return { zh: parts.map(({ zh }) => zh).join('，且'), en: parts.map(({ en }) => en).join(', and ') }
}

const words: Words = {
  origin: ofVocabulary('系统来源为', 'its origin is ', 'origins'),
  mlpsAtLeast: want => ({
    zh: `等保级别不低于${levels[want - 1]}级`,
    en: `its MLPS level is ${want} or more`,
  }),
  uses: ofVocabulary('资源用途为', 'its use is ', 'uses'),
  important: want => either(want, ['属于', '不属于'], '重要应用系统', 'important'),
  load: ofVocabulary('负载特征为', 'its load is ', 'loads'),
  pool: want => pools[want],
  domesticAdapted: want => either(want, ['已', '未'], '完成信创适配', 'adapted to domestic products'),
  icpRequired: want => either(want, ['须', '不须'], '办理 ICP 备案', 'in need of an ICP filing'),
  categories: ofVocabulary('单位类别为', 'its unit is a ', 'categories'),
  flags: ofVocabulary('标明', 'it is marked as ', 'marks'),
  changes: want =>
    anyOf(
      '变更内容为',
      'it would ',
      want.map(one => changes[one]),
    ),
  opens: openings,
  purposes: ofVocabulary('系统用途为', 'its purpose is ', 'purposes'),
  zones: (want, { around, profile }) =>
    anyOf(
      '资源在',
      'it stands in the ',
      want.map(zone => zoneTerm(around, zone, profile.metadata.id)),
    ),
  pools: (want, { around }) =>
    anyOf(
      '资源池为',
      'it stands in the ',
      want.map(pool => poolAnywhere(around, pool)),
    ),
  places: placesInWords,
  sizes: (want, { profile }) =>
    anyOf(
      '规模为',
      'its size is ',
      want.map(tier => sizeTerm(profile, tier)),
    ),
  facts: (want, { profile }) => factsInWords(profile, want),
  after: (want, { profile }) =>
    anyOf(
      '已有',
      'there has been ',
      want.map(event => quoted(happeningTerm(profile, event))),
    ),
  not: (want, { around, profile }) => {
    const { zh, en } = conditionInWords(around, profile, want)
    return { zh: `并非（${zh}）`, en: `not (${en})` }
  },
}

const levels = ['一', '二', '三', '四', '五'] as const

const pools: Readonly<Record<NonNullable<Condition['pool']>, Text>> = {
  shared: { zh: '使用共享资源池', en: 'it uses a shared pool' },
  dedicated: { zh: '使用专属资源池', en: 'it uses a dedicated pool' },
  mixed: { zh: '兼用共享、专属资源池', en: 'it uses shared and dedicated pools' },
}

const changes: Readonly<Record<NonNullable<Condition['changes']>[number], Text>> = {
  enlarge: { zh: '扩容', en: 'be enlarged' },
  shrink: { zh: '缩减', en: 'shrink' },
  'add-zone': { zh: '新增分区', en: 'come into another zone' },
  'leave-zone': { zh: '退出分区', en: 'leave a zone' },
  'change-pool': { zh: '更换资源池', en: 'change its pool' },
}

const peers: Readonly<Record<NonNullable<Openings['peers']>[number], Text>> = {
  internet: { zh: '互联网', en: 'the internet' },
  self: { zh: '本系统', en: 'itself' },
  tier: { zh: '本系统其他层', en: 'another tier' },
  system: { zh: '其他系统', en: 'another system' },
  network: { zh: '其他网段', en: 'a network' },
}

function ofVocabulary(zh: string, en: string, vocabulary: VocabularyName) {
  return (want: readonly string[], { profile }: Setting): Text =>
    anyOf(
      zh,
      en,
      want.map(word => wordTerm(profile, vocabulary, word)),
    )
}

function anyOf(zh: string, en: string, terms: readonly Text[]): Text {
  return {
    zh: `${zh}${terms.map(term => term.zh).join('或')}`,
    en: `${en}${terms.map(term => term.en).join(' or ')}`,
  }
}

function either(want: boolean, [yes, no]: readonly [string, string], zh: string, en: string): Text {
  return { zh: `${want ? yes : no}${zh}`, en: `it is ${want ? '' : 'not '}${en}` }
}

function openings({ directions = [], peers: ends = [], protocols = [], ports = [] }: Openings): Text {
  const narrowing = [...protocols, ...ports].join(' ')
  const way = anyOf(
    '',
    '',
    directions.map(one => directionTerms[one]),
  )
  const to =
    ends.length === 0
      ? { zh: '', en: '' }
      : anyOf(
          '',
          ' with ',
          ends.map(end => peers[end]),
        )
  return {
    zh: `新开放${to.zh}${way.zh}访问${narrowing === '' ? '' : `（${narrowing}）`}`,
    en: `it opens ${way.en || 'anything'}${to.en}${narrowing === '' ? '' : ` (${narrowing})`}`,
  }
}

function quoted({ zh, en }: Text): Text {
  return { zh: `“${zh}”`, en: `“${en}”` }
}

function placesInWords(
  { zones = [], pools: own = [], dedicated }: Places,
  { around, profile }: Setting,
): Text {
  const where = anyOf(
    '',
    '',
    zones.map(zone => zoneTerm(around, zone, profile.metadata.id)),
  )
  const pool = anyOf(
    '',
    '',
    own.map(one => poolAnywhere(around, one)),
  )
  const [zh, en] = dedicated === undefined ? ['', ''] : dedicated ? ['专属', 'dedicated'] : ['共享', 'shared']
  const what = [en === '' ? '' : `a ${en} pool`, pool.en].filter(one => one !== '').join(', ')
  return {
    zh: `资源在${where.zh}${pool.zh}${zh}${pool.zh === '' && zh !== '' ? '资源池' : ''}`,
    en: `it stands in ${what === '' ? '' : `${what}${where.en === '' ? '' : ' of '}`}${where.en === '' ? '' : `the ${where.en}`}`,
  }
}

/** A pool by its name in the first zone that has it. */
function poolAnywhere(around: Pick<Surroundings, 'catalogue'>, pool: string): Text {
  const zones = Object.entries(around.catalogue.platform.value.zones)
  const zone = zones.find(([, { pools: own }]) => entryOf(own, pool) !== undefined)?.[0] ?? ''
  return poolName(around, zone, pool)
}

function sizeTerm({ sizes = [] }: JurisdictionProfile, tier: string): Text {
  return { zh: sizes.find(({ id }) => id === tier)?.name ?? `“${tier}”`, en: `“${idInWords(tier)}”` }
}

type Comparison = NonNullable<Condition['facts']>[string]

function factsInWords({ facts }: JurisdictionProfile, want: NonNullable<Condition['facts']>): Text {
  const parts = Object.entries(want).map(([name, comparison]) =>
    comparisonInWords(name, entryOf(facts, name), comparison),
  )
  return { zh: parts.map(({ zh }) => zh).join('，且'), en: parts.map(({ en }) => en).join(', and ') }
}

function comparisonInWords(
  name: string,
  fact: FactDefinition | undefined,
  { equals, atLeast, below }: Comparison,
): Text {
  const zh = fact?.name ?? `“${name}”`
  const shown = (value: string | number | boolean): string => {
    if (typeof value === 'boolean') return value ? '是' : '否'
    return `${entryOf(fact?.choices, String(value)) ?? value}${fact?.unit ?? ''}`
  }
  const parts: readonly Text[] = [
    ...(equals === undefined ? [] : [{ zh: `为“${shown(equals)}”`, en: `is ${equals}` }]),
    ...(atLeast === undefined ? [] : [{ zh: `不低于${shown(atLeast)}`, en: `is ${atLeast} or more` }]),
    ...(below === undefined ? [] : [{ zh: `低于${shown(below)}`, en: `is below ${below}` }]),
  ]
  return {
    zh: `${zh}${parts.map(part => part.zh).join('、')}`,
    en: `\`${name}\` ${parts.map(part => part.en).join(' and ')}`,
  }
}
