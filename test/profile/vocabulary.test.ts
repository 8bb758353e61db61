import { describe, expect, it } from 'vitest'
import { facts } from '../../lib/form/facts/index.ts'
import { composeSchemas } from '../../lib/validate/index.ts'
import { sharedWords, vocabularyNames, wordName, wordsOf, writableWords } from '../../lib/vocabulary/index.ts'
import { documentOf, exampleDocuments, exampleSchemas } from '../validate/planted.ts'
import { type Edit, pointedAt, written } from './language.ts'

const declared: Edit = [
  'profile',
  'scope:\n',
  `vocabulary:
  categories:
    school: { name: 公办学校, article: QY-2 }
    county: { name: 县级单位, article: QY-2 }
  purposes:
    教学科研: { name: 教学科研, article: QY-2 }
  origins:
    expanded: { name: 改扩建, onForms: 改扩建系统, article: QY-2 }
  loads:
    seasonal: { name: 招生季高峰, article: QY-2 }
  marks:
    renewal: { name: 续用, article: QY-5 }
  approvals:
    renewal: { name: 续用审批, article: QY-5 }
  abilities:
    snapshot: { name: 快照, basis: 条款未列举 }
  assessments:
    energy: { name: 能效评估, article: QY-1 }

scope:
`,
]

const used: readonly Edit[] = [
  ['unit', 'category: county', 'category: school'],
  ['profile', 'allowed: [county]', 'allowed: [county, school]'],
  ['system', 'origin: new', 'origin: expanded\nload: { pattern: seasonal, plan: 每年九月 }'],
  ['system', 'purpose: 内部管理', 'purpose: 教学科研'],
  ['system', '  - event: filed\n', '  - event: filed\n    conditions: [renewal]\n'],
]

describe('words of a regulation’s own', () => {
  it('are taken wherever shared words are', () => {
    const found = written([declared, ...used])
    expect(found.own.map(({ code }) => code)).toEqual([])
  })

  it.each<readonly [string, readonly Edit[], string, string | undefined]>([
    ['a category', [['unit', 'category: county', 'category: schol']], 'schol', 'school'],
    ['a category by its name', [['unit', 'category: county', 'category: 公办学校']], '公办学校', 'school'],
    ['a purpose', [['system', 'purpose: 内部管理', 'purpose: 教学科硏']], '教学科硏', '教学科研'],
    ['an origin', [['system', 'origin: new', 'origin: expnded']], 'expnded', 'expanded'],
    [
      'a mark',
      [['system', '  - event: filed\n', '  - event: filed\n    conditions: [renewel]\n']],
      'renewel',
      'renewal',
    ],
    [
      'a mark that the tool finds out by itself',
      [['system', '  - event: filed\n', '  - event: filed\n    conditions: [budget-overrun]\n']],
      'budget-overrun',
      undefined,
    ],
    ['a scope', [['profile', 'allowed: [county]', 'allowed: [county, scool]']], 'scool', 'school'],
    ['an approval', [['profile', '- change: request', '- change: renewl']], 'renewl', 'renewal'],
    ['an event’s approval', [['profile', 'approval: exit', 'approval: exits']], 'exits', 'exit'],
    [
      'a condition',
      [
        [
          'profile',
          'papers: [用云登记表] }',
          'papers: [用云登记表], when: { not: { origin: [extended] } } }',
        ],
      ],
      'extended',
      'expanded',
    ],
    [
      'an ability',
      [['profile', 'papers: [交付单] }', 'papers: [交付单], provides: [snapshots] }']],
      'snapshots',
      'snapshot',
    ],
  ])('are refused as %s where nothing declares them, with the nearest', (_title, edits, word, meant) => {
    const result = written([declared, ...edits])
    const [found, ...others] = result.own.filter(({ code }) => code === 'TY2004')
    expect(others).toEqual([])
    expect([found && pointedAt(result, found), found?.fix?.replacement]).toEqual([word, meant])
  })

  it('belong to their own regulation alone', () => {
    const { findings } = written([declared])
    expect(findings.filter(({ code }) => code === 'TY2004')).toEqual([])
    const documents = [
      ...exampleDocuments,
      documentOf('catalogue/jurisdictions/qingyuan.yaml', written([declared]).textOf('profile')),
    ]
    const unit = JSON.stringify(composeSchemas(documents).get('unit.schema.json'))
    expect(unit.split('"school"').length - 1).toBe(1)
  })

  it('must rest on an article or say on what else', () => {
    const bare: Edit = [
      'profile',
      'scope:\n',
      'vocabulary: { origins: { expanded: { name: 改扩建 } } }\nscope:\n',
    ]
    expect(written([bare]).own.map(({ code }) => code)).toEqual(['TY2033'])
  })

  it('leave the schemas of manifests as they are where no regulation has any', () => {
    const system = JSON.stringify(exampleSchemas.get('system.schema.json'))
    expect(system.split('"rolled-out-from-above"').length - 1).toBe(1)
    const open = [...exampleSchemas].filter(([, schema]) => JSON.stringify(schema).includes('x-word-of'))
    expect(open.map(([file]) => file)).toEqual(['jurisdiction.schema.json'])
  })

  it('are known to forms by the regulation’s names, and shared words by ours', () => {
    const { model } = written([declared, ...used])
    const profile = model.catalogue.jurisdictions.get('qingyuan')?.value
    expect(wordName(profile, 'categories', 'county')).toBe('县级单位')
    expect(wordName(profile, 'categories', 'party-organ')).toBe('党委机关')
    expect(wordName(undefined, 'marks', 'unheard-of')).toBe('unheard-of')
    expect(facts.get('system.origin')?.words).toBe('origins')
    expect(wordsOf(profile ?? {}, 'origins').at(-1)).toMatchObject({ id: 'expanded', onForms: '改扩建系统' })
    expect(writableWords(profile, 'marks').map(({ id }) => id)).not.toContain('budget-overrun')
  })

  it('have a shared base in every vocabulary', () => {
    for (const name of vocabularyNames) expect(sharedWords(name).length).toBeGreaterThan(2)
  })
})
