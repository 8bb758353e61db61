import { describe, expect, it } from 'vitest'
import { networksOf } from '../../lib/check/extract/networks.ts'
import { extracted, extractIn, extractOf, filedPapersOf } from '../../lib/check/index.ts'
import type { System } from '../../lib/model/model.ts'
import { loaded } from '../example-repository.ts'
import { type Change, changedFiles } from './rule-table.ts'
import { chengguan, networkItems, platform, rensheUnit, shebao, xueji } from './rules/files.ts'
import { tiered } from './rules/tier-edits.ts'

function systemIn(file: string, changes: readonly Change[] = []) {
  const { extracted: model } = loaded(changedFiles(changes))
  const system = model.systems.find(({ document }) => document.file === file)
  if (system === undefined) throw new Error(`the example has no ${file}`)
  return { model, system }
}

function extractIf(file: string, changes: readonly Change[] = []) {
  const { model, system } = systemIn(file, changes)
  return extractOf(model, system)
}

describe('the extract of a system', () => {
  const { model, system } = systemIn(shebao)

  it('is believed where it is known beforehand', () => {
    const kept = extractOf(model, system)
    expect(extractIn({ ...model, extracts: new Map<System, typeof kept>([[system, kept]]) }, system)).toBe(
      kept,
    )
  })

  it('is worked out once where it is not', () => {
    const anew = extracted(model)
    expect(extractIn(anew, system)).toBe(extractIn(anew, system))
  })
})

describe('what a grant takes up', () => {
  it('names what is more than nothing', () => {
    expect(extractIf(xueji).draws.map(({ zone, pool, amounts }) => ({ zone, pool, amounts }))).toStrictEqual([
      {
        zone: 'extranet',
        pool: 'shared',
        amounts: { vcpus: 8, ramGib: 16_384, volumeGib: 300, addresses: 1, bandwidthMbps: 100_000 },
      },
    ])
  })
})

describe('what ends with the last version of an item', () => {
  const fee = '        fee: { price: "60.00"'
  const lastDay: Change = [networkItems, fee, `        to: 2027-06-30\n${fee}`]
  const line = '          - { item: eip.extranet.100m, quantity: 1 }'
  const endings = (...changes: readonly Change[]) => extractIf(xueji, changes).endings

  it('is a line that is granted without an end', () => {
    expect(endings(lastDay)).toEqual([
      { item: 'eip.extranet.100m', path: ['history', 3, 'grants', 'extranet', 'services', 3] },
    ])
  })

  it('is none that has an end of its own', () => {
    expect(endings(lastDay, [xueji, line, line.replace(' }', ', to: 2027-12-31 }')])).toEqual([])
  })

  it('is none of an item that has no last day', () => {
    expect(endings()).toEqual([])
  })
})

describe('the networks of a system', () => {
  it('name their zone, and their tier where there is one', () => {
    const networks = extractIf(chengguan, tiered).networks.map(({ zone, tier, path }) => [zone, tier, path])
    const within = ['zones', 'internet', 'tiers']
    expect(networks.filter(([, , path]) => path?.at(-1) === 'ipv4')).toEqual([
      ['internet', undefined, ['zones', 'internet', 'network', 'ipv4']],
      ['internet', 'web', [...within, 'web', 'network', 'ipv4']],
      ['internet', 'app', [...within, 'app', 'network', 'ipv4']],
      ['internet', 'db', [...within, 'db', 'network', 'ipv4']],
      ['extranet', undefined, ['zones', 'extranet', 'network', 'ipv4']],
    ])
  })

  it('are given by zone, those of IPv4', () => {
    const { model, system } = systemIn(chengguan, tiered)
    const given = (zone: string) => networksOf(model, system, zone).map(String)
    expect(given('internet')).toEqual(['10.64.1.192/26', '10.64.9.0/26', '10.64.9.64/26', '10.64.9.128/26'])
    expect(given('extranet')).toEqual(['10.96.1.192/26'])
  })

  it('are kept without what they have not', () => {
    expect(extractIf(chengguan).networks.filter(network => 'tier' in network)).toEqual([])
  })
})

describe('the rules that a system has towards others', () => {
  it('name the tier, and leave out what goes to the system itself and between its tiers', () => {
    const { traffic } = extractIf(chengguan, tiered)
    const path = ['zones', 'internet', 'tiers', 'web', 'ingress', 0]
    const web = { direction: 'ingress', path, peerText: 'internet', protocol: 'tcp', ports: [443] }
    expect(traffic).toStrictEqual([{ zone: 'internet', tier: 'web', ...web }])
  })

  it('name kinds of messages in place of ports', () => {
    const rule = '{ from: internet, protocol: tcp, ports: [443] }'
    const { traffic } = extractIf(chengguan, [
      [chengguan, rule, '{ from: internet, protocol: icmp, icmpTypes: [echo-request] }'],
    ])
    const path = ['zones', 'internet', 'ingress', 0]
    const echo = { direction: 'ingress', path, peerText: 'internet', protocol: 'icmp' }
    expect(traffic).toStrictEqual([{ zone: 'internet', ...echo, icmpTypes: ['echo-request'] }])
  })
})

describe('papers with a file', () => {
  const pdf = 'file: tenants/papers/a.pdf'
  const sha256 = 'a'.repeat(64)
  const filed = (...changes: readonly Change[]) =>
    filedPapersOf(loaded(changedFiles(changes)).extracted).map(({ owner, ...paper }) => ({
      ...paper,
      owner: owner.document.file,
    }))

  it('are those of changes to the platform', () => {
    const changes: Change = [
      platform,
      '\ngateways:\n',
      `
changes:
  - id: upgrade
    name: 升级
    jurisdiction: zhejiang
    major: false
    interrupts: false
    history:
      - event: platform-change-submitted
        on: 2026-11-20
      - event: platform-change-approved
        on: 2026-11-20
        papers: [{ type: 方案 }, { type: 批复, ${pdf}, sha256: ${sha256} }]
gateways:
`,
    ]
    expect(filed(changes)).toStrictEqual([
      {
        owner: platform,
        path: ['changes', 0, 'history', 1, 'papers', 1],
        type: '批复',
        file: 'tenants/papers/a.pdf',
        sha256,
      },
    ])
  })

  it('are those of routines, units and systems, in this order', () => {
    const routines = 'catalogue/routines/datong.yaml'
    expect(
      filed(
        [shebao, 'LS-2025-0081,', `LS-2025-0081, ${pdf}, sha256: ${sha256},`],
        [rensheUnit, '西人社保〔2025〕2号,', `西人社保〔2025〕2号, ${pdf},`],
        [routines, 'DT-YB-2026-02（示例）', `DT-YB-2026-02（示例）, ${pdf}`],
      ).map(({ owner, path, ...paper }) => ({ owner, path: path.slice(0, 3), ...paper })),
    ).toStrictEqual([
      {
        owner: routines,
        path: ['done', 1, 'papers'],
        type: '政务云运行和资源使用月报',
        file: 'tenants/papers/a.pdf',
      },
      { owner: rensheUnit, path: ['papers', 1], type: expect.any(String), file: 'tenants/papers/a.pdf' },
      {
        owner: shebao,
        path: ['history', 6, 'papers'],
        type: expect.any(String),
        file: 'tenants/papers/a.pdf',
        sha256,
      },
    ])
  })
})
