import type { Change } from '../../check/rule-table.ts'
import { appended } from '../../check/rules/history-edits.ts'
import { app, asks, db, grants, own, request, tiered, tiers, web } from '../../check/rules/tier-edits.ts'
import type { ChangeCase } from '../change-table.ts'

/** Approved; its grant says what it opens. */
const chengguan = 'tenants/jiuquan/guazhou/zhihui-chengguan.yaml'
/** Its openings stand by inheritance. */
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'

const open = '          - { from: internet, protocol: tcp, ports: [443] }\n'
const dbIngress = '{ ipv4: 10.64.9.128/26 }\n        ingress:\n'
const toTheInternet: Change = [chengguan, dbIngress, `${dbIngress}${open}`]
const onTheZone: Change = [
  chengguan,
  '    ingress:\n      - { from: self, protocol: tcp, ports: [22, 3306] }\n    tiers',
  '    ingress:\n      - { from: self, protocol: tcp, ports: [22, 3306] }\n      - { from: internet, protocol: tcp, ports: [443] }\n    tiers',
]
const without = (text: string): Change => [chengguan, text, '']
const article = 'JQ-10.2'

const openings: readonly ChangeCase[] = [
  {
    code: 'TY4008',
    title: 'what one tier opens moves to another',
    base: tiered,
    head: [
      [chengguan, `{ ipv4: 10.64.9.0/26 }\n        ingress:\n${open}`, '{ ipv4: 10.64.9.0/26 }\n'],
      toTheInternet,
    ],
    finds: [
      {
        file: chengguan,
        mark: `${dbIngress}          - |{ from: internet`,
        article,
        names: ['db', 'internet'],
      },
    ],
  },
  {
    code: 'TY4008',
    title: 'a tier goes and what it opened is put on the zone',
    base: tiered,
    head: [without(web), onTheZone],
    finds: [
      {
        file: chengguan,
        mark: '      - |{ from: internet, protocol: tcp, ports: [443] }\n    tiers',
        article,
      },
    ],
  },
  {
    code: 'TY4008',
    title: 'what the zone opens goes to a tier',
    base: tiered,
    head: [[chengguan, dbIngress, `${dbIngress}          - { from: self, protocol: tcp, ports: [22] }\n`]],
    finds: [{ file: chengguan, mark: `${dbIngress}          - |{ from: self`, article }],
  },
  {
    code: 'TY4008',
    title: 'a tier opens less',
    base: tiered,
    head: [without(`        ingress:\n${open}`)],
    finds: [],
  },
  {
    code: 'TY4008',
    title: 'what one tier opens moves to another, and a request goes with it',
    base: tiered,
    head: [toTheInternet, request],
    finds: [],
  },
]

const names: readonly ChangeCase[] = [
  {
    code: 'TY4032',
    title: 'a tier goes',
    base: tiered,
    head: [without(db)],
    finds: [{ file: chengguan, mark: 'zones:\n  |internet:', article, names: ['db'] }],
  },
  {
    code: 'TY4032',
    title: 'a tier gets another name',
    base: tiered,
    head: [[chengguan, '      db:\n        network', '      store:\n        network']],
    finds: [{ file: chengguan, mark: 'zones:\n  |internet:', article, names: ['db'] }],
  },
  {
    code: 'TY4032',
    title: 'all tiers go',
    base: tiered,
    head: [without(tiers)],
    finds: ['web', 'app', 'db'].map(tier => ({
      file: chengguan,
      mark: 'zones:\n  |internet:',
      article,
      names: [tier],
    })),
  },
  {
    code: 'TY4032',
    title: 'a tier goes with a request',
    base: tiered,
    head: [without(db), request],
    finds: [],
  },
  {
    code: 'TY4032',
    title: 'a tier goes that was never granted',
    base: [asks(own, tiers), grants(own, '    tiers:\n', web, app)],
    head: [without(db)],
    finds: [],
  },
  {
    code: 'TY4032',
    title: 'a tier goes that nothing stands of',
    base: tiered,
    head: [without(db)],
    day: '2026-11-17',
    finds: [],
  },
]

const addresses: readonly ChangeCase[] = [
  {
    code: 'TY4004',
    title: 'the network of a tier changes',
    base: tiered,
    head: [[chengguan, 'ipv4: 10.64.9.128/26', 'ipv4: 10.64.9.192/26']],
    finds: [{ file: chengguan, mark: 'ipv4: |10.64.9.192/26', fix: '10.64.9.128/26' }],
  },
  {
    code: 'TY4004',
    title: 'two tiers change their networks for each other’s',
    base: tiered,
    head: [
      [
        chengguan,
        'web:\n        network: { ipv4: 10.64.9.0/26 }',
        'web:\n        network: { ipv4: 10.64.9.128/26 }',
      ],
      [
        chengguan,
        'db:\n        network: { ipv4: 10.64.9.128/26 }',
        'db:\n        network: { ipv4: 10.64.9.0/26 }',
      ],
    ],
    finds: [
      { file: chengguan, mark: 'ipv4: |10.64.9.128/26', fix: '10.64.9.0/26' },
      { file: chengguan, mark: 'ipv4: |10.64.9.0/26', fix: '10.64.9.128/26' },
    ],
  },
  {
    code: 'TY4004',
    title: 'a tier gets another name and keeps its network',
    base: tiered,
    head: [[chengguan, '      db:\n        network', '      store:\n        network'], request],
    finds: [{ file: chengguan, mark: 'ipv4: |10.64.9.128/26', names: ['10.64.9.128/26'] }],
  },
  {
    code: 'TY4004',
    title: 'the network of a zone goes to its first tier',
    head: [
      [chengguan, '    network: { ipv4: 10.64.1.192/26, ipv6: fd6a:4b1e:64:1::/64 }\n', ''],
      asks(tiers.replace('10.64.9.0/26', '10.64.1.192/26')),
    ],
    finds: [
      { file: chengguan, mark: 'internet:\n    |services', names: ['10.64.1.192/26'] },
      { file: chengguan, mark: 'internet:\n    |services', names: ['fd6a:4b1e:64:1::/64'] },
      { file: chengguan, mark: 'ipv4: |10.64.1.192/26', names: ['10.64.1.192/26'] },
    ],
  },
  {
    code: 'TY4004',
    title: 'tiers come beside the network of a zone',
    head: [asks(own, tiers), request],
    finds: [],
  },
]

const record = (tier: string): Change =>
  appended(
    shebao,
    `event: change-submitted, on: 2026-11-20, inherited: { zones: { internet: { ingress: [{ from: internet, protocol: tcp, ports: [443] }], tiers: { ${tier}: {} } } } }`,
  )
const withTier: Change = [
  shebao,
  '    network: { ipv4: 10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64 }\n',
  '    network: { ipv4: 10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64 }\n    tiers: { db: { network: { ipv4: 10.64.9.0/26 } } }\n',
]

const inherited: readonly ChangeCase[] = [
  {
    code: 'TY4010',
    title: 'a tier is inherited that did not stand',
    head: [record('db')],
    finds: [{ file: shebao, mark: 'tiers: { |db: {} }' }],
  },
  {
    code: 'TY4010',
    title: 'a tier is inherited that stood',
    base: [withTier],
    head: [record('db')],
    finds: [],
  },
]

export const tierCases: readonly ChangeCase[] = [...openings, ...names, ...addresses, ...inherited]
