import { describe, expect, it } from 'vitest'
import { decisionBehind } from '../../lib/profile/decisions.ts'
import { lastDayInForce } from '../../lib/profile/validity.ts'
import { exampleText, loaded } from '../example-repository.ts'

const { model } = loaded()

function profileOf(id: string) {
  const profile = model.catalogue.jurisdictions.get(id)?.value
  if (profile === undefined) throw new Error(`no profile ${id}`)
  return profile
}

describe('who does what, by the regulations', () => {
  it.each([
    ['NW-1.3', 'ningwu', 'authority', '县政务信息管理局'],
    ['NW-1.5', 'ningwu', 'finance', '县财政部门'],
    ['NW-1.6', 'ningwu', 'using-unit', '政务云使用部门'],
    ['DT-6', 'datong', 'authority', '市政府办公室'],
    ['DT-6', 'datong', 'manager', '市政府信息化中心'],
    ['DT-6', 'datong', 'project-approver', '市行政审批服务管理局'],
    ['DT-6', 'datong', 'reviewer', '市数字政府服务中心'],
    ['DT-7', 'datong', 'finance', '市财政局'],
    ['XS-8', 'xishuangbanna', 'authority', '州发展改革委（州数据局）'],
    ['XS-9a', 'xishuangbanna', 'applying-unit', '云资源申请单位'],
    ['XS-9b', 'xishuangbanna', 'using-unit', '上云单位'],
    ['ZJ-4', 'zhejiang', 'authority', '省政府办公厅'],
    ['JQ-4', 'jiuquan', 'authority', '市大数据管理局'],
  ] as const)('%s: in %s the role %s is %s', (article, id, role, name) => {
    expect(profileOf(id).roles[role]).toEqual({ name, article })
  })

  it.each([
    ['DT-3', 'datong', { internet: '互联网区', extranet: '政务外网区' }],
    ['JQ-2', 'jiuquan', { internet: '互联网区', extranet: '政务外网区' }],
    ['XS-15.2', 'xishuangbanna', { internet: '互联网区域', extranet: '政务外网区域' }],
    ['ZJ-24', 'zhejiang', { internet: '公有云平台', extranet: '专有云平台' }],
  ] as const)('%s: the zones of %s have their own names', (article, id, names) => {
    const zones = profileOf(id).zones
    expect(Object.fromEntries(Object.entries(zones).map(([zone, { name }]) => [zone, name]))).toEqual(names)
    expect(new Set(Object.values(zones).map(zone => zone.article))).toEqual(new Set([article]))
  })
})

describe('the lifecycles', () => {
  it.each([
    ['DT-10', 'datong', ['submitted', 'reviewed', 'tested', 'opened', 'change-submitted', 'exit-submitted']],
    ['XS-18', 'xishuangbanna', ['submitted', 'approved', 'opened', 'change-submitted', 'exit-submitted']],
    [
      'ZJ-6',
      'zhejiang',
      ['submitted', 'accepted', 'reviewed', 'trial-passed', 'opened', 'change-submitted', 'terminated'],
    ],
  ] as const)('%s: %s has every stage that the article names', (article, id, stages) => {
    const { lifecycle } = profileOf(id)
    expect(lifecycle.article).toBe(article)
    expect(stages.filter(stage => lifecycle.events[stage] === undefined)).toEqual([])
  })

  it('ZJ-10a: only the final approval turns the trial into the formal environment', () => {
    const { states, events } = profileOf('zhejiang').lifecycle
    const formal = Object.entries(events).filter(
      ([, { from, to }]) =>
        to !== undefined &&
        states[to]?.resources === 'formal' &&
        from.some(state => states[state]?.resources === 'trial'),
    )
    expect(formal.map(([id, { approval }]) => [id, approval])).toEqual([['approved', 'formal-opening']])
  })
})

describe('validity', () => {
  it.each([
    ['NW-5.2', 'ningwu', '2022-03-23', '2025-03-22'],
    ['DT-31', 'datong', '2023-04-10', '2026-04-09'],
  ] as const)('%s: %s is in force from %s to %s, which is three years', (article, id, inForce, last) => {
    expect(profileOf(id).regulation).toMatchObject({ inForce, validYears: 3, validityArticle: article })
    expect(lastDayInForce(profileOf(id))).toBe(last)
  })

  it('DT-31: a request after the last day is warned of, and one on it is not', () => {
    const file = 'tenants/datong/shichangju/tousu-jubao.yaml'
    const on = (date: string) => {
      const text = exampleText(file).replace(/( {2}- event: submitted\n {4}on: )\S+/, `$1${date}`)
      return loaded(new Map([[file, text]])).findings.filter(({ code }) => code === 'TY4105')
    }
    expect(on('2026-04-09')).toEqual([])
    expect(on('2026-04-10').map(({ article, severity }) => [article, severity])).toEqual([
      ['DT-31', 'warning'],
    ])
  })
})

describe('billing begins and ends', () => {
  it.each([
    ['NW-2.4a', 'ningwu', 'delivered', 'NW-2.6', 'recovered'],
    ['DT-14a', 'datong', 'delivered', 'DT-16', 'recovered'],
  ] as const)('%s: in %s with %s, and by %s with %s, as the text states', (from, id, start, until, end) => {
    const { starts, ends } = profileOf(id).billing ?? {}
    expect([starts, ends]).toEqual([
      { event: start, stated: 'text', article: from },
      { event: end, stated: 'text', article: until },
    ])
  })

  it('XS-21.1: in xishuangbanna with the delivery order, and by no word of the text with the recovery', () => {
    const { starts, ends } = profileOf('xishuangbanna').billing ?? {}
    expect(starts).toEqual({ event: 'delivered', stated: 'text', article: 'XS-21.1' })
    expect(ends).toEqual({ event: 'recovered', stated: 'default' })
  })

  it('JQ-30: in jiuquan as the contract says; only who pays is of the text', () => {
    const { starts, ends, payer, settlement } = profileOf('jiuquan').billing ?? {}
    expect([starts?.stated, ends?.stated, settlement?.stated]).toEqual(['contract', 'contract', 'contract'])
    expect(payer).toMatchObject({ stated: 'text', article: 'JQ-30' })
  })

  it('ZJ-12: in zhejiang by decision alone', () => {
    const profile = profileOf('zhejiang')
    const { starts, ends, settlement, payer } = profile.billing ?? {}
    for (const part of [starts, ends, settlement, payer]) {
      expect(part).toMatchObject({ stated: 'default' })
      expect(decisionBehind(profile, part ?? {})?.id).toBe('billing')
    }
  })
})

describe('a text that is not verified', () => {
  it('is told of where it is used: Jiuquan is a draft, and Zhejiang has no dates', () => {
    const told = loaded().findings.filter(({ code }) => code === 'TY4113')
    expect(told.map(({ severity, path }) => [severity, path])).toEqual([
      ['warning', ['regulation', 'unverified']],
      ['warning', ['regulation', 'unverified']],
    ])
  })
})

describe('what has no place in the cloud', () => {
  const systems = {
    'NW-1.2': 'tenants/ningwu/jiaoyuju/zhaosheng-baoming.yaml',
    'DT-5': 'tenants/datong/shichangju/tousu-jubao.yaml',
    'XS-37': 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml',
    'JQ-7': 'tenants/jiuquan/wenlvju/lvyou-fuwu.yaml',
  } as const

  it.each(Object.entries(systems))('%s: a classified system', (article, file) => {
    const text = exampleText(file).replace('classified: false', 'classified: true')
    const own = loaded(new Map([[file, text]])).findings.filter(({ code }) => code === 'TY3507')
    expect(own.map(finding => [finding.file, finding.article])).toEqual([[file, article]])
  })

  it('JQ-7: a unit that the regulation does not serve', () => {
    const profile = 'catalogue/jurisdictions/jiuquan.yaml'
    const text = exampleText(profile).replace(
      'public-institution-2, provincial-branch, county]',
      'public-institution-2, provincial-branch]',
    )
    const own = loaded(new Map([[profile, text]])).findings.filter(({ code }) => code === 'TY4101')
    expect(own.map(finding => [finding.file, finding.article])).toEqual([
      ['tenants/jiuquan/guazhou/unit.yaml', 'JQ-7'],
    ])
  })

  it('DT-11a: a resource that the catalogue does not offer, with the nearest that it does', () => {
    const file = 'tenants/datong/shichangju/tousu-jubao.yaml'
    const text = exampleText(file).replace('item: sec.waf', 'item: sec.wav')
    const own = loaded(new Map([[file, text]])).findings.filter(({ code }) => code === 'TY2020')
    expect(own.map(({ fix }) => fix?.replacement)).toEqual(['sec.waf'])
  })

  it('ZJ-24: the public reaching the private cloud', () => {
    const file = 'tenants/zhejiang/shuiliting/shuiqing-jiance.yaml'
    const text = exampleText(file).replace(
      '- { from: self, protocol: udp',
      '- { from: internet, protocol: udp',
    )
    const own = loaded(new Map([[file, text]])).findings.filter(({ code }) => code === 'TY3404')
    expect(own.map(({ article }) => article)).toEqual(['ZJ-24'])
  })

  it('JQ-9: a load that swings without a plan', () => {
    const file = 'tenants/jiuquan/wenlvju/lvyou-fuwu.yaml'
    const text = exampleText(file).replace(/ {2}plan: .*\n/, '')
    const own = loaded(new Map([[file, text]])).findings.filter(finding => finding.file === file)
    expect(own.map(({ code, path }) => [code, path])).toEqual([['TY2002', ['load']]])
  })
})
