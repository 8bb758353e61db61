// What articles ask of the clouds, each seen in the desired state of a system of its own jurisdiction.
import { expect } from 'vitest'
import { type DesiredSystem, desiredState } from '../../lib/desired-state/index.ts'
import { type Change, changedFiles } from '../check/rule-table.ts'
import { apis, lab } from '../check/rules/catalogue-platform.cases.ts'
import { platform } from '../check/rules/files.ts'
import { exampleDay, exampleText, type Files, loaded } from '../example-repository.ts'

export interface Deed {
  readonly article: string
  /** What is seen, in a few words. */
  readonly title: string
  readonly see: () => void
}

const shuiqing = 'zhejiang/shuiliting/shuiqing-jiance'
const pucha = 'zhejiang/tongjiju/pucha-caiji'
const shebao = 'xishuangbanna/rensheju/shebao-jingban'
const huji = 'xishuangbanna/gonganju/huji-guanli'
const lvyou = 'jiuquan/wenlvju/lvyou-fuwu'
const chengguan = 'jiuquan/guazhou/zhihui-chengguan'

function fileOf(address: string): string {
  return `tenants/${address}.yaml`
}

/** The text of a system's file after an edit that must find its place. */
function edited(address: string, before: string | RegExp, after: string): Files {
  const text = exampleText(fileOf(address))
  const changed = text.replaceAll(before, after)
  expect(changed).not.toBe(text)
  return new Map([[fileOf(address), changed]])
}

function recordsOf(address: string, day = exampleDay, files: Files = new Map()): readonly DesiredSystem[] {
  const { zones } = desiredState(loaded(files, day).model)
  return zones.flatMap(({ systems }) => systems.filter(system => system.address === address))
}

function recordOf(
  address: string,
  zone: string,
  day = exampleDay,
  files: Files = new Map(),
): DesiredSystem | undefined {
  const { zones } = desiredState(loaded(files, day).model)
  return zones.find(one => one.zone.id === zone)?.systems.find(system => system.address === address)
}

/** A system that is larger in a season than before and after it. */
function season(
  article: string,
  address: string,
  [before, during, after]: readonly [string, string, string],
  files: () => Files = () => new Map(),
): Deed {
  return {
    article,
    title: 'what is granted for a season is there only in it',
    see: () => {
      const changed = files()
      const cores = (day: string) =>
        recordsOf(address, day, changed).reduce((sum, { quota }) => sum + quota.compute.cores, 0)
      expect(cores(during)).toBeGreaterThan(cores(before))
      expect(cores(after)).toBe(cores(before))
    },
  }
}

const lines = (indent: number) => `(?:${' '.repeat(indent)}- .*\\n)+`

/** A system that names nobody, and exchanges nothing. */
function closed(article: string, address: string): Deed {
  return {
    article,
    title: 'nobody comes in whom the manifest does not name',
    see: () => {
      const openings = new RegExp(`^ {4}ingress:\\n${lines(6)}|^exchange:\\n${lines(2)}`, 'gm')
      const records = recordsOf(address, exampleDay, edited(address, openings, ''))
      expect(records.length).toBeGreaterThan(0)
      const open = records.flatMap(({ rules }) => rules.filter(({ direction }) => direction === 'ingress'))
      expect(open).toEqual([])
    },
  }
}

/** The platform with a third zone, in the centre of another city. */
function withZoneFarAway(): Files {
  const there: Change = [platform, 'region: lab\n    site: main', 'region: lab\n    site: other-city']
  return changedFiles([lab(apis), there])
}

export const deeds: readonly Deed[] = [
  season('XS-19.2', shebao, ['2026-06-30', '2026-07-10', '2026-09-01'], () =>
    edited(
      shebao,
      /( +)- \{ item: ecs\.domestic\.8c16g, quantity: \d+ \}\n/g,
      '$&$1- { item: ecs.domestic.4c8g, quantity: 2, from: 2026-07-01, to: 2026-08-31 }\n',
    ),
  ),
  season('ZJ-10b', shuiqing, ['2026-05-31', '2026-06-01', '2026-10-16']),
  season('JQ-9', lvyou, ['2026-04-30', '2026-05-01', '2026-10-16'], () =>
    edited(
      lvyou,
      /( +)- \{ item: ecs\.general\.4c8g, quantity: 3 \}\n/g,
      '$&$1- { item: ecs.general.2c4g, quantity: 6, from: 2026-05-01, to: 2026-10-15 }\n',
    ),
  ),
  {
    article: 'ZJ-9a',
    title: 'an approved trial gets an environment of its own before the final approval',
    see: () => {
      expect(recordOf(pucha, 'internet')?.standing).toBe('trial')
      expect(recordOf(pucha, 'internet', '2026-01-01')).toBeUndefined()
    },
  },
  {
    article: 'ZJ-10a',
    title: 'the final approval turns the trial, as it stands, into the formal environment',
    see: () => {
      const [trial, formal] = ['2024-04-15', '2024-04-16'].map(day => recordOf(shuiqing, 'internet', day))
      expect([trial?.standing, formal?.standing]).toEqual(['trial', 'formal'])
      expect([formal?.address, formal?.networks]).toEqual([trial?.address, trial?.networks])
    },
  },
  {
    article: 'XS-15.3',
    title: 'a system of a dedicated pool gets only the flavors of that pool',
    see: () => {
      const record = recordOf(huji, 'extranet')
      expect(record?.pool).toBe('dedicated')
      expect(record?.flavors.length).toBeGreaterThan(0)
      expect(new Set(record?.flavors.map(({ pool }) => pool))).toEqual(new Set(['dedicated']))
    },
  },
  {
    article: 'XS-19.4',
    title: 'a system that asked for 信创 resources can start nothing else',
    see: () => {
      const items = [...new Set(recordOf(shebao, 'extranet')?.flavors.map(({ item }) => item))]
      const { items: catalogue } = loaded().model.catalogue
      expect(items.length).toBeGreaterThan(0)
      expect(items.filter(item => catalogue.get(item)?.value.domestic !== true)).toEqual([])
    },
  },
  closed('NW-3.6', 'ningwu/jiaoyuju/xueji-guanli'),
  closed('DT-22', 'datong/shichangju/shipin-zhuisu'),
  closed('XS-36', huji),
  closed('ZJ-20', shuiqing),
  closed('JQ-18', chengguan),
  {
    article: 'XS-14a',
    title: 'a zone of each centre is made in a cloud of its own, and no system of another is there',
    see: () => {
      const { zones } = desiredState(loaded(withZoneFarAway()).model)
      const clouds = new Set(zones.map(({ zone }) => zone.cloud))
      expect(clouds).toEqual(new Set(['internet', 'extranet', 'lab']))
      const [near, far] = ['extranet', 'lab'].map(id => zones.find(({ zone }) => zone.id === id))
      expect(near?.systems.length).toBeGreaterThan(0)
      expect(far?.systems).toEqual([])
      const scopes = new Set(near?.platform.addressPools.map(({ cidr }) => cidr))
      expect(far?.platform.addressPools.filter(({ cidr }) => scopes.has(cidr))).toEqual([])
    },
  },
  {
    article: 'XS-22.2',
    title: 'a change to one system moves no quota of another',
    see: () => {
      const larger = edited(
        shebao,
        '{ item: ecs.domestic.8c16g, quantity: 4 }',
        '{ item: ecs.domestic.8c16g, quantity: 9 }',
      )
      const quotas = (files: Files) =>
        desiredState(loaded(files).model).zones.flatMap(({ systems }) =>
          systems.filter(({ address }) => address !== shebao).map(({ address, quota }) => [address, quota]),
        )
      expect(quotas(larger)).toEqual(quotas(new Map()))
      expect(recordOf(shebao, 'extranet', exampleDay, larger)?.quota.compute.instances).toBe(9)
    },
  },
  {
    article: 'JQ-19',
    title: 'the backups that are granted can be made, and no more',
    see: () => {
      const given = (files: Files = new Map()) =>
        recordsOf(chengguan, exampleDay, files).map(({ quota }) => quota.blockStorage.backupGigabytes)
      expect(Math.max(...given())).toBe(500)
      const without = edited(chengguan, / +- \{ item: cbr\.volume, .*\n/g, '')
      expect(Math.max(...given(without))).toBe(0)
    },
  },
  {
    article: 'ZJ-24',
    title: 'the zones meet at the gateway alone',
    see: () => {
      const addresses = new Set(recordOf(shuiqing, 'extranet')?.rules.map(({ remote }) => remote))
      expect(addresses).toContain('172.31.96.0/28')
      expect([...addresses].filter(remote => remote.startsWith('10.64.'))).toEqual([])
    },
  },
]
