import { at, type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { jiaoyuUnit, platform, storage, wenlvUnit, xueji } from './files.ts'

const name = '中小学学籍管理系统（示例）'
export const named = (text: string): Change => [xueji, `name: ${name}`, `name: ${text}`]
const unitNamed = (text: string): Change => [jiaoyuUnit, 'name: 宁武县教育局（示例）', `name: ${text}`]
const holdsAny = (zone: 'internet' | 'extranet'): Change => [
  platform,
  `    class: ${zone}\n`,
  `    class: ${zone}\n    text: any\n`,
]
const regionNamed = (text: string): Change => [platform, 'region: internet\n', `region: ${text}\n`]
const rare = '石𬒗街道学籍管理系统'
const found = [at(xueji, `name: |${rare}`)]
/** What a cloud's database can hold. */
export const textCases: readonly RuleCase[] = casesOf('TY3009', [
  ['finds a hanzi beyond the basic plane', [named(rare)], found],
  ['finds a picture', [named('学籍📚')], [at(xueji, 'name: |学籍📚')]],
  ['lets a rare hanzi of the basic plane pass', [named('㐀鿯石街道')], []],
  ['lets the last character of the basic plane pass', [named('学籍\uffdc')], []],
  ['lets it pass where the zone’s cloud holds any text', [named(rare), holdsAny('extranet')], []],
  ['finds it where only another zone’s cloud does', [named(rare), holdsAny('internet')], found],
  ['finds it in the name of a unit', [unitNamed('石𬒗教育局')], [at(jiaoyuUnit, 'name: |石𬒗教育局')]],
  [
    'finds it in the name of a unit as long as one of its zones does not hold it',
    [unitNamed('石𬒗教育局'), holdsAny('internet')],
    [at(jiaoyuUnit, 'name: |石𬒗教育局')],
  ],
  [
    'lets it pass in the name of a unit whose clouds hold any text',
    [unitNamed('石𬒗教育局'), holdsAny('internet'), holdsAny('extranet')],
    [],
  ],
  [
    'lets it pass where it is not sent to a cloud',
    [[wenlvUnit, 'shortName: 市文体广电旅游局', 'shortName: 石𬒗文旅局']],
    [],
  ],
  ['finds it in the region of a zone', [regionNamed('石𬒗')], [at(platform, 'region: |石𬒗')]],
  [
    'finds it there whatever another zone’s cloud holds',
    [regionNamed('石𬒗'), holdsAny('extranet')],
    [at(platform, 'region: |石𬒗')],
  ],
  [
    'lets it pass in the region of a cloud that holds any text',
    [regionNamed('石𬒗'), holdsAny('internet')],
    [],
  ],
  [
    'finds it in what a volume type is given',
    [[storage, 'total_iops_sec: "10000"', 'total_iops_sec: "𬒗"']],
    [at(storage, 'total_iops_sec: |"𬒗"')],
  ],
])
