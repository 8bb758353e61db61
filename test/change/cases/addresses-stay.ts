import type { ChangeCase } from '../change-table.ts'

const code = 'TY4004'
const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const pucha = 'tenants/zhejiang/tongjiju/pucha-caiji.yaml'
const wenwu = 'tenants/jiuquan/wenlvju/wenwu-jiance.yaml'
const dangan = 'tenants/ningwu/weijianju/jiankang-dangan.yaml'
const yimiao = 'tenants/ningwu/weijianju/yimiao-yuyue.yaml'

const internet = '    network: { ipv4: 10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64 }\n'
const approval = (day: string) => `  - event: submitted
    on: 2026-11-01
    source: { forge: gitea, change: 50 }
  - event: approved
    on: ${day}
    source: { forge: gitea, change: 50, review: 90 }
    grants:
      extranet:
        services:
          - { item: ecs.domestic.4c8g, quantity: 8 }
`
const refusal = '请核减后重新提交。\n'
const wenwuNetwork = 'network: { ipv4: 10.96.2.0/26'
const wenwuMoved: readonly [string, string, string] = [wenwu, wenwuNetwork, 'network: { ipv4: 10.96.2.64/26']
const handedOver = '  - event: data-handed-over\n    on: 2026-11-23\n    source: { paper: JK-YJ-01 }\n'
const lastOfDangan = '    source: { forge: gitea, change: 41, review: 88 }\n'

export const addressCases: readonly ChangeCase[] = [
  {
    code,
    title: 'the IPv4 network of a live system changes',
    head: [[shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.64.9.0/26']],
    finds: [
      {
        file: shebao,
        mark: 'ipv4: |10.64.9.0/26',
        fix: '10.64.0.192/26',
        names: ['10.64.0.192/26', '10.64.9.0/26'],
      },
    ],
  },
  {
    code,
    title: 'the IPv6 network of a live system changes',
    head: [[shebao, 'ipv6: fd6a:4b1e:64:7::/64', 'ipv6: fd6a:4b1e:64:77::/64']],
    finds: [
      {
        file: shebao,
        mark: 'ipv6: |fd6a:4b1e:64:77::/64',
        fix: 'fd6a:4b1e:64:7::/64',
        names: ['fd6a:4b1e:64:7::/64', 'fd6a:4b1e:64:77::/64'],
      },
    ],
  },
  {
    code,
    title: 'only the length of a network changes',
    head: [[shebao, 'ipv4: 10.96.1.0/26', 'ipv4: 10.96.1.0/27']],
    finds: [{ file: shebao, mark: 'ipv4: |10.96.1.0/27', fix: '10.96.1.0/26' }],
  },
  {
    code,
    title: 'both networks of both zones change',
    head: [
      [shebao, '10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64', '10.64.9.0/26, ipv6: fd6a:4b1e:64:77::/64'],
      [shebao, '10.96.1.0/26, ipv6: fd6a:4b1e:96:8::/64', '10.96.9.0/26, ipv6: fd6a:4b1e:96:88::/64'],
    ],
    finds: [
      { file: shebao, mark: 'ipv4: |10.64.9.0/26', fix: '10.64.0.192/26' },
      { file: shebao, mark: 'ipv6: |fd6a:4b1e:64:77::/64', fix: 'fd6a:4b1e:64:7::/64' },
      { file: shebao, mark: 'ipv4: |10.96.9.0/26', fix: '10.96.1.0/26' },
      { file: shebao, mark: 'ipv6: |fd6a:4b1e:96:88::/64', fix: 'fd6a:4b1e:96:8::/64' },
    ],
  },
  {
    code,
    title: 'the IPv6 network is taken away, and no text in the rest of the network mends it',
    head: [[shebao, ', ipv6: fd6a:4b1e:64:7::/64', '']],
    finds: [{ file: shebao, mark: 'network: |{ ipv4: 10.64.0.192/26', names: ['fd6a:4b1e:64:7::/64'] }],
  },
  {
    code,
    title: 'the whole network is taken away',
    head: [[shebao, internet, '']],
    finds: [
      { file: shebao, mark: 'internet:\n    |services', names: ['10.64.0.192/26'] },
      { file: shebao, mark: 'internet:\n    |services', names: ['fd6a:4b1e:64:7::/64'] },
    ],
  },
  {
    code,
    title: 'the network of a trial changes',
    head: [[pucha, 'ipv4: 10.64.1.0/26', 'ipv4: 10.64.9.0/26']],
    finds: [{ file: pucha, mark: 'ipv4: |10.64.9.0/26', fix: '10.64.1.0/26' }],
  },
  {
    code,
    title: 'the network changes of a system that is approved today',
    base: [[wenwu, refusal, refusal + approval('2026-11-23')]],
    head: [wenwuMoved],
    finds: [{ file: wenwu, mark: 'ipv4: |10.96.2.64/26', fix: '10.96.2.0/26' }],
  },
  {
    code,
    title: 'the network changes of a system that is approved tomorrow',
    base: [[wenwu, refusal, refusal + approval('2026-11-24')]],
    head: [wenwuMoved],
    finds: [],
  },
  {
    code,
    title: 'the network changes of a system that was refused and has nothing in the cloud',
    head: [wenwuMoved, [wenwu, 'ipv6: fd6a:4b1e:96:3::/64', 'ipv6: fd6a:4b1e:96:33::/64']],
    finds: [],
  },
  {
    code,
    title: 'the network changes of a system that has ended',
    head: [[yimiao, 'ipv4: 10.64.3.0/26', 'ipv4: 10.64.9.0/26']],
    finds: [],
  },
  {
    code,
    title: 'the network changes together with the approval, before which nothing stood in the cloud',
    head: [[wenwu, refusal, refusal + approval('2026-11-20')], wenwuMoved],
    finds: [],
  },
  {
    code,
    title: 'the network changes together with the event after which nothing stands in the cloud',
    head: [
      [dangan, lastOfDangan, lastOfDangan + handedOver],
      [dangan, 'ipv4: 10.96.0.64/26', 'ipv4: 10.96.9.0/26'],
    ],
    finds: [{ file: dangan, mark: 'ipv4: |10.96.9.0/26', fix: '10.96.0.64/26' }],
  },
  {
    code,
    title: 'a network comes where there was none',
    base: [[shebao, internet, '']],
    head: [[shebao, '  internet:\n    services', `  internet:\n${internet}    services`]],
    finds: [],
  },
  {
    code,
    title: 'an IPv6 network comes beside the IPv4 network',
    base: [[shebao, ', ipv6: fd6a:4b1e:64:7::/64', '']],
    head: [[shebao, 'ipv4: 10.64.0.192/26', 'ipv4: 10.64.0.192/26, ipv6: fd6a:4b1e:64:7::/64']],
    finds: [],
  },
  {
    code,
    title: 'a zone comes with a network of its own',
    head: [
      [
        dangan,
        '\nhistory:\n',
        '  internet:\n    network: { ipv4: 10.64.9.0/26 }\n    services:\n      - { item: sec.waf, quantity: 1 }\n\nhistory:\n',
      ],
    ],
    finds: [],
  },
  {
    code,
    title: 'the networks are written in another order and between quotes',
    head: [[shebao, internet, '    network: { ipv6: "fd6a:4b1e:64:7::/64", ipv4: "10.64.0.192/26" }\n']],
    finds: [],
  },
]
