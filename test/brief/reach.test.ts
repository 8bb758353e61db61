import { describe, expect, it } from 'vitest'
import { reachInWords } from '../../lib/brief/index.ts'
import { boxOf, type TrafficSet } from '../../lib/isolation/traffic-set.ts'
import type { End } from '../../lib/isolation/ways.ts'
import { loaded } from '../example-repository.ts'
import { shebaoAddress } from './sample.ts'

const { model } = loaded()
const projects = new Map([
  ['own', { address: shebaoAddress, zone: 'internet' }],
  ['other', { address: 'xishuangbanna/gonganju/huji-guanli', zone: 'extranet' }],
])
const own: End = { kind: 'project', id: 'own' }
const tcp = { from: 6n, to: 6n }
const port = (from: bigint, to = from) => ({ protocol: tcp, port: { from, to } })

describe('what a change makes reachable, in words', () => {
  it.each<readonly [string, End, End, TrafficSet, string]>([
    [
      'of everybody',
      { kind: 'everywhere' },
      own,
      [boxOf(4, port(443n)), boxOf(6, port(443n))],
      '从互联网可访问社会保险经办系统（示例）（互联网区域）的 TCP 443 端口：新增',
    ],
    [
      'of another system, by its name and zone',
      { kind: 'project', id: 'other' },
      own,
      [boxOf(4, port(8000n, 8010n))],
      '从户籍管理服务系统（示例）（政务外网区域）可访问社会保险经办系统（示例）（互联网区域）的 TCP 8000–8010 端口：新增',
    ],
    [
      'of a network that is nobody’s',
      own,
      { kind: 'network', cidr: '172.24.0.0/16' },
      [boxOf(4, { protocol: { from: 17n, to: 17n } })],
      '从社会保险经办系统（示例）（互联网区域）可访问网段 172.24.0.0/16 的 UDP 全部端口：新增',
    ],
    [
      'of a gateway, by its name',
      own,
      { kind: 'network', cidr: '172.31.64.0/28' },
      [boxOf(4, port(1n, 65_535n)), boxOf(4, { protocol: { from: 1n, to: 1n } })],
      '从社会保险经办系统（示例）（互联网区域）可访问一号跨网安全交换系统（示例）（172.31.64.0/28）的 TCP 全部端口、ICMP：新增',
    ],
    [
      'of one IP version alone',
      { kind: 'everywhere' },
      own,
      [boxOf(6, port(443n))],
      '从互联网可访问社会保险经办系统（示例）（互联网区域）的 TCP 443 端口（IPv6）：新增',
    ],
    [
      'of everything',
      { kind: 'everywhere' },
      own,
      [boxOf(4)],
      '从互联网可访问社会保险经办系统（示例）（互联网区域）的全部协议：新增',
    ],
  ])('%s', (_title, from, to, traffic, text) => {
    const [told] = reachInWords(model, projects, [{ project: 'own', kind: 'new', from, to, traffic }])
    expect(told?.message.zh.replaceAll(' ', '')).toBe(text.replaceAll(' ', ''))
    expect([told?.address, told?.isFromInternet]).toEqual([shebaoAddress, from.kind === 'everywhere'])
  })

  it('is no longer reachable where it was', () => {
    const gone = {
      project: 'own',
      kind: 'gone',
      from: { kind: 'everywhere' },
      to: own,
      traffic: [boxOf(4)],
    } as const
    expect(reachInWords(model, projects, [gone])[0]?.message.zh).toMatch(/：不再可达$/)
  })
})
