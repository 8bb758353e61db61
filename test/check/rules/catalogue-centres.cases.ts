import { type Change, casesOf, type Mark, type RuleCase } from '../rule-table.ts'
import { platform, recovery, xishuangbanna } from './files.ts'

const near = '  - { id: same-city, name: 同城灾备中心（示例）, city: 示例市, role: local-recovery }\n'
const far = '  - { id: other-city, name: 异地灾备中心（示例）, city: 邻示例市, role: remote-recovery }\n'

/** Puts other rows, or none, in the place of the centre nearby and of the one far away. */
const centres = (nearby: string, remote: string): readonly Change[] => [
  [platform, near, nearby],
  [platform, far, remote],
]
const moved = (row: string, city: string) => row.replace(/city: [^,]*/, `city: ${city}`)
const needsNone = (role: string): Change => [recovery, `    centre: ${role}\n`, '']
const remoteUntil = (day: string): Change => [
  recovery,
  'centre: remote-recovery\n    versions:\n      - from: 2022-01-01',
  `centre: remote-recovery\n    versions:\n      - from: 2022-01-01\n        to: ${day}`,
]

const noCentres = 'centres: { roles: [production, local-recovery, remote-recovery], article: XS-14a }\n'

const sites: Mark = { file: platform, mark: '|sites:' }
const centreOf = (role: string): Mark => ({ file: recovery, mark: `centre: |${role}` })
const cityOf = (row: string): Mark => ({
  file: platform,
  mark: row.replace('city: ', 'city: |').trim(),
})

const missing: readonly RuleCase[] = casesOf('TY3614', [
  ['the centre far away is not there', centres(near, ''), [sites], { article: 'XS-14a' }],
  ['both recovery centres are not there', centres('', ''), [sites, sites], { article: 'XS-14a' }],
  ['all three are there', centres(near, far), []],
  [
    'a regulation asks for two of them, and these are there',
    [...centres(near, ''), [xishuangbanna, 'local-recovery, remote-recovery]', 'local-recovery]']],
    [],
  ],
  ['no regulation asks for any', [...centres('', ''), [xishuangbanna, noCentres, '']], []],
])

const elsewhere = moved(near, '邻示例市')
const sameCity = moved(far, '示例市')
const third = far.replace('other-city', 'third').replace('邻示例市', '远示例市')

const misplaced: readonly RuleCase[] = casesOf('TY3615', [
  [
    'the centre nearby is in another city',
    centres(elsewhere, far),
    [cityOf(elsewhere)],
    { article: 'XS-14a' },
  ],
  ['the centre far away is in the same city', centres(near, sameCity), [cityOf(sameCity)]],
  ['each is where the other should be', centres(elsewhere, sameCity), [cityOf(elsewhere), cityOf(sameCity)]],
  ['each is where it has to be', centres(near, far), []],
  ['a second one far away is in a city of its own', centres(near, far + third), []],
  [
    'the city of the one far away has a production centre too',
    centres(near, `${far}  - { id: second, name: 第二生产中心, city: 邻示例市, role: production }\n`),
    [cityOf(far)],
  ],
])

const needed: readonly RuleCase[] = casesOf('TY3616', [
  [
    'recovery far away is offered without a centre there',
    centres(near, ''),
    [centreOf('remote-recovery')],
    { article: 'XS-14a' },
  ],
  ['recovery nearby is offered without a centre there', centres('', far), [centreOf('local-recovery')]],
  ['a centre nearby is none far away', centres(near, sameCity), [centreOf('remote-recovery')]],
  ['a centre in another city is none nearby', centres(elsewhere, far), [centreOf('local-recovery')]],
  ['both centres are there', centres(near, far), []],
  [
    'an item is offered that needs no centre',
    [...centres('', ''), needsNone('local-recovery'), needsNone('remote-recovery')],
    [],
  ],
  ['the item ended yesterday', [...centres(near, ''), remoteUntil('2026-11-22')], []],
  ['the item ends today', [...centres(near, ''), remoteUntil('2026-11-23')], [centreOf('remote-recovery')]],
  [
    'the item is offered in the zone of another city alone',
    [
      ...centres(near, sameCity),
      needsNone('local-recovery'),
      [
        recovery,
        'zones: [internet, extranet]\n    pools: [shared, dedicated]\n    mlpsFloor: 3',
        'zones: [extranet]\n    mlpsFloor: 3',
      ],
      [platform, 'region: extranet\n    site: main', 'region: extranet\n    site: away'],
      [platform, near, `${near}  - { id: away, name: 外地生产中心, city: 远示例市, role: production }\n`],
    ],
    [],
  ],
])

/** The rules about the centres of the platform, and about what rests on them. */
export const centreCases: readonly RuleCase[] = [...missing, ...misplaced, ...needed]
