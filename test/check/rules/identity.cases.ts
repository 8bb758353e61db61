import { exampleText } from '../../example-repository.ts'
import { type Change, casesOf, type RuleCase } from '../rule-table.ts'
import { unreadable } from './file-edits.ts'
import {
  backup,
  calendar,
  datong,
  gonganUnit,
  huji,
  jiuye,
  jiuyeUnit,
  networkItems,
  platform,
  rensheUnit,
  shebao,
  storage,
} from './files.ts'
import { gateway, withoutGateways } from './platform-edits.ts'
import { textCases } from './texts.cases.ts'

/** A new file with the text of one of the examples, changed in places. */
function copied(file: string, of: string, ...replacements: readonly (readonly [string, string])[]): Change {
  const text = replacements.reduce((whole, [before, after]) => whole.replace(before, after), exampleText(of))
  return [file, '', text]
}

export const unitCopy = (folder: string): Change =>
  copied(`tenants/xishuangbanna/${folder}/unit.yaml`, gonganUnit)
export const systemCopy = (name: string): Change =>
  copied(`tenants/xishuangbanna/rensheju/${name}.yaml`, shebao)

const inDatong = ['jurisdiction: xishuangbanna', 'jurisdiction: datong'] as const

/** Changes to the platform, one after the other, each by the regulation of a jurisdiction. */
export function platformChanges(...jurisdictions: readonly string[]): Change {
  const changes = jurisdictions.map(
    (jurisdiction, index) =>
      `  - { id: change-${index}, name: 调整, jurisdiction: ${jurisdiction}, major: false, interrupts: false, ` +
      'history: [{ event: platform-change-submitted, on: 2026-09-01 }] }\n',
  )
  return [platform, '\ngateways:\n', `\nchanges:\n${changes.join('')}gateways:\n`]
}

export const overrides = (...entries: readonly string[]): Change => [
  calendar,
  'overrides:\n',
  `overrides:\n${entries.map(entry => `  - { ${entry}, basis: 示例 }\n`).join('')}`,
]

/** Makes a unit's file break its schema, so that the model goes without it. */
const unsound = (file: string): Change => [file, 'category: ', 'category: un-']

export const applying = (unit: string): Change => [
  jiuyeUnit,
  'applyingUnit: rensheju',
  `applyingUnit: ${unit}`,
]

/** Has a unit apply through another one, whose level it is below where levels are stated. */
export function appliedForBy(file: string, unit: string): Change {
  const level = '\nbudgetLevel: 1\n'
  if (exampleText(file).includes(level)) return [file, level, `\nbudgetLevel: 2\napplyingUnit: ${unit}\n`]
  return [file, '\ncontacts:', `\napplyingUnit: ${unit}\ncontacts:`]
}

const called = (id: string): Change => [shebao, '  id: shebao-jingban', `  id: ${id}`]

/** The rules about identities. */
export const identityCases: readonly RuleCase[] = [
  ...casesOf('TY3010', [
    [
      'finds a system called as the security group of every project',
      [called('default')],
      [{ file: shebao, mark: '  id: |default' }],
    ],
    ['lets one pass that only begins so', [called('default-2')], []],
    ['lets one pass that is called as a network of the platform', [called('egress')], []],
  ]),
  ...casesOf('TY3001', [
    [
      'two files declare one unit',
      [unitCopy('zzz')],
      [{ file: 'tenants/xishuangbanna/zzz/unit.yaml', mark: '  id: |gonganju' }],
    ],
    [
      'the first file keeps the unit, whichever has the fitting folder',
      [unitCopy('aaa')],
      [{ file: gonganUnit, mark: '  id: |gonganju' }],
    ],
    [
      'each further file declares the unit again',
      [unitCopy('yyy'), unitCopy('zzz')],
      [
        { file: 'tenants/xishuangbanna/yyy/unit.yaml', mark: '  id: |gonganju' },
        { file: 'tenants/xishuangbanna/zzz/unit.yaml', mark: '  id: |gonganju' },
      ],
    ],
    [
      'a unit of another jurisdiction may have the same id',
      [copied('tenants/datong/gonganju/unit.yaml', gonganUnit, inDatong)],
      [],
    ],
    [
      'two units of one name are two',
      [copied('tenants/xishuangbanna/gonganju-2/unit.yaml', gonganUnit, ['id: gonganju', 'id: gonganju-2'])],
      [],
    ],
  ]),
  ...casesOf('TY3002', [
    [
      'two files declare one system',
      [systemCopy('zzz')],
      [{ file: 'tenants/xishuangbanna/rensheju/zzz.yaml', mark: '  id: |shebao-jingban' }],
    ],
    [
      'the first file keeps the system, whichever has the fitting name',
      [systemCopy('aaa')],
      [{ file: shebao, mark: '  id: |shebao-jingban' }],
    ],
    [
      'each further file declares the system again',
      [systemCopy('yyy'), systemCopy('zzz')],
      [
        { file: 'tenants/xishuangbanna/rensheju/yyy.yaml', mark: '  id: |shebao-jingban' },
        { file: 'tenants/xishuangbanna/rensheju/zzz.yaml', mark: '  id: |shebao-jingban' },
      ],
    ],
    [
      'a system of another unit may have the same id',
      [
        copied('tenants/xishuangbanna/gonganju/shebao-jingban.yaml', shebao, [
          'unit: rensheju',
          'unit: gonganju',
        ]),
      ],
      [],
    ],
    [
      'a system of a unit of the same id in another jurisdiction may have the same id',
      [
        copied(
          'tenants/datong/rensheju/shebao-jingban.yaml',
          'tenants/datong/shichangju/chengxin-nianbao.yaml',
          ['id: chengxin-nianbao', 'id: shebao-jingban'],
          ['unit: shichangju', 'unit: rensheju'],
        ),
      ],
      [],
    ],
  ]),
  ...casesOf('TY3003', [
    [
      'two items of one file have one id',
      [[networkItems, '  - id: eip.bgp.10m', '  - id: eip.bgp.5m']],
      [{ file: networkItems, mark: '- id: |eip.bgp.5m\n    name: { zh: 弹性公网地址及带宽 10M' }],
    ],
    [
      'two items of two files have one id',
      [[storage, '  - id: obs.archive', '  - id: cbr.policy']],
      [{ file: storage, mark: '- id: |cbr.policy' }],
    ],
    [
      'the item of the first file keeps its id',
      [[backup, '  - id: cbr.policy', '  - id: obs.archive']],
      [{ file: storage, mark: '- id: |obs.archive' }],
    ],
    [
      'each further item has the id again',
      [
        [networkItems, '  - id: eip.bgp.10m', '  - id: eip.bgp.5m'],
        [networkItems, '  - id: eip.bgp.50m', '  - id: eip.bgp.5m'],
      ],
      [
        { file: networkItems, mark: '- id: |eip.bgp.5m\n    name: { zh: 弹性公网地址及带宽 10M' },
        { file: networkItems, mark: '- id: |eip.bgp.5m\n    name: { zh: 弹性公网地址及带宽 50M' },
      ],
    ],
    [
      'an id that goes on like another is not that one',
      [[networkItems, '  - id: eip.bgp.10m', '  - id: eip.bgp.5m.2']],
      [],
    ],
  ]),
  ...casesOf('TY3004', [
    [
      'two sites have one id',
      [[platform, '{ id: same-city', '{ id: main']],
      [{ file: platform, mark: '{ id: |main, name: 同城' }],
    ],
    [
      'each further site has the id again, where there is no gateway',
      [
        withoutGateways,
        [platform, '{ id: same-city', '{ id: main'],
        [platform, '{ id: other-city', '{ id: main'],
      ],
      [
        { file: platform, mark: '{ id: |main, name: 同城' },
        { file: platform, mark: '{ id: |main, name: 异地' },
      ],
    ],
    [
      'two gateways have one id',
      [gateway('gap-01', 'internet', 'extranet')],
      [{ file: platform, mark: '- id: |gap-01' }],
    ],
    [
      'two address pools of one zone have one id',
      [[platform, 'id: internet-ipv6', 'id: internet-ipv4']],
      [{ file: platform, mark: '- { id: |internet-ipv4, cidr: "fd6a:4b1e:64' }],
    ],
    [
      'two address pools of two zones have one id',
      [[platform, 'id: extranet-ipv6', 'id: internet-ipv6']],
      [{ file: platform, mark: '- { id: |internet-ipv6, cidr: "fd6a:4b1e:96' }],
    ],
    [
      'a gateway may have the id of a site and of an address pool',
      [gateway('main', 'internet', 'extranet'), [platform, 'id: internet-ipv4', 'id: main']],
      [],
    ],
  ]),
  ...casesOf('TY3005', [
    [
      'the unit of a system has another id',
      [[jiuyeUnit, '  id: jiuye-zhongxin', '  id: jiuye-zhongxin-2']],
      [{ file: jiuye, mark: '  unit: |jiuye-zhongxin' }],
    ],
    [
      'a unit without a file is said once, at the first of its systems',
      [[rensheUnit, '', undefined]],
      [{ file: shebao, mark: '  unit: |rensheju' }],
    ],
    [
      'each unit without a file is said by itself',
      [
        [rensheUnit, '', undefined],
        [gonganUnit, '', undefined],
      ],
      [
        { file: shebao, mark: '  unit: |rensheju' },
        { file: huji, mark: '  unit: |gonganju' },
      ],
    ],
    [
      'the unit is declared in another jurisdiction alone',
      [[jiuyeUnit, ...inDatong]],
      [{ file: jiuye, mark: '  unit: |jiuye-zhongxin' }],
    ],
    ['a system is of another unit that is declared', [[huji, 'unit: gonganju', 'unit: rensheju']], []],
    ['a unit is declared wherever its file lies', [[gonganUnit, '', undefined], unitCopy('zzz')], []],
    [
      'a unit whose file is broken is declared all the same, another one is not',
      [unsound(gonganUnit), [jiuyeUnit, '', undefined]],
      [{ file: jiuye, mark: '  unit: |jiuye-zhongxin' }],
    ],
    [
      'a unit whose file cannot be read is declared all the same',
      [unreadable(gonganUnit)],
      [],
      { breaks: true },
    ],
  ]),
  ...casesOf('TY3006', [
    [
      'a change to the platform goes by an unknown regulation',
      [platformChanges('datong', 'kunming')],
      [{ file: platform, mark: 'jurisdiction: |kunming' }],
    ],
    ['a change to the platform goes by a known regulation', [platformChanges('datong', 'zhejiang')], []],
    [
      'without a calendar a change to the platform still goes by an unknown regulation',
      [[calendar, '', undefined], platformChanges('kunming')],
      [{ file: platform, mark: 'jurisdiction: |kunming' }],
    ],
    [
      'a unit, a system and a day of the calendar are of an unknown jurisdiction',
      [
        // While one profile cannot be read, the schemas leave open which jurisdictions there are.
        unreadable(datong),
        [jiuyeUnit, 'jurisdiction: xishuangbanna', 'jurisdiction: kunming'],
        [jiuye, 'jurisdiction: xishuangbanna', 'jurisdiction: kunming'],
        overrides('on: 2026-03-03, day: holiday', 'on: 2026-03-03, day: holiday, jurisdiction: kunming'),
      ],
      [
        { file: jiuyeUnit, mark: 'jurisdiction: |kunming' },
        { file: jiuye, mark: 'jurisdiction: |kunming' },
        { file: calendar, mark: 'jurisdiction: |kunming' },
      ],
    ],
    [
      'a jurisdiction whose profile cannot be read is known all the same',
      [unreadable(datong), platformChanges('datong')],
      [],
      { breaks: true },
    ],
    [
      'a jurisdiction whose profile breaks its schema is known all the same',
      [[datong, 'regulation:\n', 'regulation:\n  colour: red\n'], platformChanges('datong')],
      [],
      { breaks: true },
    ],
    [
      'a day of the calendar that binds everybody names no jurisdiction',
      [overrides('on: 2026-03-03, day: holiday')],
      [],
    ],
  ]),
  ...casesOf('TY3007', [
    [
      'the applying unit is unknown',
      [applying('renshiju')],
      [{ file: jiuyeUnit, mark: 'applyingUnit: |renshiju' }],
      { article: 'XS-9a' },
    ],
    [
      'the applying unit is of another jurisdiction',
      [applying('tongjiju')],
      [{ file: jiuyeUnit, mark: 'applyingUnit: |tongjiju' }],
      { article: 'XS-9a' },
    ],
    [
      'a unit applies for itself',
      [applying('jiuye-zhongxin')],
      [{ file: jiuyeUnit, mark: 'applyingUnit: |jiuye-zhongxin' }],
      { article: 'XS-9a' },
    ],
    [
      'the applying unit has another one apply for it',
      [appliedForBy(rensheUnit, 'gonganju')],
      [{ file: jiuyeUnit, mark: 'applyingUnit: |rensheju' }],
      { article: 'XS-9a' },
    ],
    [
      'a unit below the first level has nobody who applies for it',
      [[jiuyeUnit, 'applyingUnit: rensheju\n', '']],
      [{ file: jiuyeUnit, mark: 'budgetLevel: |2' }],
      { article: 'XS-9a' },
    ],
    [
      'a unit of the first level has another one apply for it',
      [[jiuyeUnit, 'budgetLevel: 2', 'budgetLevel: 1']],
      [{ file: jiuyeUnit, mark: 'applyingUnit: |rensheju' }],
      { article: 'XS-9a' },
    ],
    [
      'a unit of no stated level need have nobody apply for it',
      [[jiuyeUnit, 'budgetLevel: 2\napplyingUnit: rensheju\n', '']],
      [],
    ],
    ['a unit of no stated level may have another one apply', [[jiuyeUnit, 'budgetLevel: 2\n', '']], []],
    ['one unit may apply for two', [appliedForBy(gonganUnit, 'rensheju')], []],
    ['an applying unit whose file is broken may well apply', [unsound(rensheUnit)], [], { breaks: true }],
    [
      'an applying unit is unknown while the file of another one is broken',
      [unsound(gonganUnit), applying('renshiju')],
      [{ file: jiuyeUnit, mark: 'applyingUnit: |renshiju' }],
    ],
  ]),
  ...casesOf('TY3008', [
    [
      'one day is arranged twice for everybody, even in one way',
      [overrides('on: 2026-03-03, day: working', 'on: 2026-03-03, day: working')],
      [{ file: calendar, mark: 'day: working, basis: 示例 }\n  - { on: |2026-03-03' }],
    ],
    [
      'one day is arranged twice for one jurisdiction',
      [overrides('on: 2026-04-14, day: working, jurisdiction: xishuangbanna')],
      [{ file: calendar, mark: '{ on: |2026-04-14, day: holiday' }],
    ],
    [
      'each further arrangement of a day is one too many',
      [
        overrides(
          'on: 2026-03-03, day: working',
          'on: 2026-03-03, day: holiday, jurisdiction: datong',
          'on: 2026-03-03, day: holiday',
          'on: 2026-03-03, day: working, jurisdiction: datong',
          'on: 2026-03-03, day: working, jurisdiction: zhejiang',
        ),
      ],
      [
        { file: calendar, mark: '{ on: |2026-03-03, day: holiday, basis' },
        { file: calendar, mark: '{ on: |2026-03-03, day: working, jurisdiction: datong' },
      ],
    ],
    [
      'two days next to each other are two',
      [overrides('on: 2026-03-03, day: working', 'on: 2026-03-04, day: working')],
      [],
    ],
    [
      'a jurisdiction may arrange a day otherwise than all, and another one too',
      [overrides('on: 2026-04-13, day: working', 'on: 2026-04-13, day: working, jurisdiction: datong')],
      [],
    ],
    ['there need not be a calendar', [[calendar, '', undefined]], []],
  ]),
  ...textCases,
]
