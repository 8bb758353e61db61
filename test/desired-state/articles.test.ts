import { describe, expect, it } from 'vitest'
import { type DesiredSystem, desiredState } from '../../lib/desired-state/index.ts'
import { exampleDay, exampleText, type Files, loaded } from '../example-repository.ts'

const shuiqing = 'zhejiang/shuiliting/shuiqing-jiance'
const pucha = 'zhejiang/tongjiju/pucha-caiji'
const shebao = 'xishuangbanna/rensheju/shebao-jingban'
const huji = 'xishuangbanna/gonganju/huji-guanli'

function recordOf(
  address: string,
  zone: string,
  day = exampleDay,
  files: Files = new Map(),
): DesiredSystem | undefined {
  const plan = desiredState(loaded(files, day).model)
  const found = plan.zones.find(one => one.zone.id === zone)
  return found?.systems.find(system => system.address === address)
}

describe('what the articles ask of the clouds', () => {
  it.each([
    ['XS-19.2', 'ningwu/jiaoyuju/zhaosheng-baoming', '2026-06-30', '2026-07-01', '2026-09-01'],
    ['ZJ-10b', shuiqing, '2026-05-31', '2026-06-01', '2026-10-16'],
    ['JQ-9', shuiqing, '2026-05-31', '2026-10-15', '2026-10-16'],
  ] as const)(
    '%s: what is granted for a season is there only in it',
    (_article, address, before, during, after) => {
      const cores = [before, during, after].map(
        day => recordOf(address, 'internet', day)?.quota.compute.cores ?? 0,
      )
      expect(cores[1]).toBeGreaterThan(cores[0] ?? 0)
      expect(cores[2]).toBe(cores[0])
    },
  )

  it('ZJ-9a: an approved trial gets an environment of its own before the final approval', () => {
    expect(recordOf(pucha, 'internet')?.standing).toBe('trial')
    expect(recordOf(pucha, 'internet', '2026-01-01')).toBeUndefined()
  })

  it('ZJ-10a: the final approval turns the trial, as it stands, into the formal environment', () => {
    const [trial, formal] = ['2024-04-15', '2024-04-16'].map(day => recordOf(shuiqing, 'internet', day))
    expect([trial?.standing, formal?.standing]).toEqual(['trial', 'formal'])
    expect([formal?.address, formal?.networks]).toEqual([trial?.address, trial?.networks])
  })

  it('XS-15.3: a system of a dedicated pool gets only the flavors of that pool', () => {
    const record = recordOf(huji, 'extranet')
    expect(record?.pool).toBe('dedicated')
    expect(record?.flavors.length).toBeGreaterThan(0)
    expect(new Set(record?.flavors.map(({ pool }) => pool))).toEqual(new Set(['dedicated']))
  })

  it('XS-19.4: a system that asked for 信创 resources can start nothing else', () => {
    const items = new Set(recordOf(shebao, 'extranet')?.flavors.map(({ item }) => item))
    const { items: catalogue } = loaded().model.catalogue
    expect([...items].filter(item => catalogue.get(item)?.value.domestic !== true)).toEqual([])
  })

  it.each(['NW-3.6', 'DT-22', 'XS-36', 'ZJ-20', 'JQ-18'])(
    '%s: nobody comes in whom the manifest does not name',
    () => {
      const file = `tenants/${huji}.yaml`
      const closed = exampleText(file).replace(/ {4}ingress:\n(?: {6}- .*\n)+/, '')
      const record = recordOf(huji, 'extranet', exampleDay, new Map([[file, closed]]))
      expect(record?.rules.filter(({ direction }) => direction === 'ingress')).toEqual([])
    },
  )

  it('XS-22.2: a change to one system moves no quota of another', () => {
    const file = `tenants/${shebao}.yaml`
    const larger = exampleText(file).replaceAll(
      '{ item: ecs.domestic.8c16g, quantity: 4 }',
      '{ item: ecs.domestic.8c16g, quantity: 9 }',
    )
    const quotas = (files: Files) =>
      desiredState(loaded(files).model).zones.flatMap(({ systems }) =>
        systems.filter(({ address }) => address !== shebao).map(({ address, quota }) => [address, quota]),
      )
    expect(quotas(new Map([[file, larger]]))).toEqual(quotas(new Map()))
    expect(recordOf(shebao, 'extranet', exampleDay, new Map([[file, larger]]))?.quota.compute.instances).toBe(
      9,
    )
  })

  it('JQ-19: the backups that are granted can be made, and no more', () => {
    const [own, none] = [recordOf(shebao, 'extranet'), recordOf(shebao, 'internet')]
    expect(own?.quota.blockStorage.backupGigabytes).toBe(1000)
    expect(none?.quota.blockStorage.backupGigabytes).toBe(0)
  })

  it('ZJ-24: the zones meet at the gateway alone', () => {
    const addresses = new Set(recordOf(shuiqing, 'extranet')?.rules.map(({ remote }) => remote))
    expect(addresses).toContain('172.31.96.0/28')
    expect([...addresses].filter(remote => remote.startsWith('10.64.'))).toEqual([])
  })
})
