import { describe, expect, it } from 'vitest'
import { checkChange } from '../../lib/change/index.ts'
import { rulings } from '../../lib/check/index.ts'
import { deadlinesOf } from '../../lib/profile/deadlines.ts'
import { systemStatusOf } from '../../lib/profile/system-status.ts'
import { exampleText, loaded, replaced } from '../example-repository.ts'

/** One system a jurisdiction, from its first request to its end; the repository's own history holds each step too. */
const walks = [
  'ningwu/weijianju/yimiao-yuyue',
  'datong/shichangju/chengxin-nianbao',
  'xishuangbanna/rensheju/xinchou-chaxun',
  'zhejiang/tongjiju/wangshang-zhibao',
  'jiuquan/wenlvju/jingqu-piaowu',
] as const

/** These lives are from before openings were granted: their grants say nothing of them. */
const platform = 'catalogue/platform.yaml'
const openingsInherited = [platform, replaced(platform, 'exposure: { from: 2026-11-01 }\n', '')] as const

function fileOf(address: string): string {
  return `tenants/${address}.yaml`
}

/** The manifest with only the first events; services were one server smaller before the change was asked for. */
function steps(address: string): readonly string[] {
  const text = exampleText(fileOf(address))
  const [head = '', history = ''] = text.split('\nhistory:\n')
  const events = history.split(/(?=^ {2}- event: )/m)
  const change = events.findIndex(event => event.includes('event: change-submitted'))
  const before = head.replaceAll(/quantity: (2|200) /g, (_, quantity) => `quantity: ${Number(quantity) / 2} `)
  return events.map(
    (_, index) => `${index < change ? before : head}\nhistory:\n${events.slice(0, index + 1).join('')}`,
  )
}

describe.each(walks)('the life of %s', address => {
  const texts = steps(address)

  it('is clean after every step, and every step is an allowed change', { timeout: 60_000 }, () => {
    for (const [index, text] of texts.entries()) {
      const head = loaded(new Map([openingsInherited, [fileOf(address), text]]))
      expect(head.findings.filter(({ severity, code }) => severity !== 'info' && code !== 'TY4113')).toEqual(
        [],
      )
      const before = texts[index - 1]
      const base = loaded(new Map([openingsInherited, [fileOf(address), before]]))
      expect(checkChange(base.model, head.model, rulings)).toEqual([])
    }
  })

  it('meets every deadline of its regulation', () => {
    const { model } = loaded()
    const system = model.systemByAddress.get(address)
    const profile = model.catalogue.jurisdictions.get(address.split('/')[0] ?? '')?.value
    if (system === undefined || profile === undefined) throw new Error(`no ${address}`)
    const states = deadlinesOf(model, profile, system).map(
      ({ definition, state }) => `${definition.id} ${state}`,
    )
    expect(states.filter(state => !/ (?:met|lapsed)$/.test(state))).toEqual([])
    expect(states.length).toBeGreaterThan(address.startsWith('jiuquan') ? -1 : 3)
  })

  it('ends where nothing is left to do and nothing stands in the cloud', () => {
    const { model } = loaded()
    const system = model.systemByAddress.get(address)
    const profile = model.catalogue.jurisdictions.get(address.split('/')[0] ?? '')?.value
    if (system === undefined || profile === undefined) throw new Error(`no ${address}`)
    const outlook = systemStatusOf(model, profile, system)
    expect(outlook.resources).toBe('none')
    expect(outlook.steps).toEqual([])
    expect(outlook.state).toBe('terminated')
  })

  it.each(texts.map((_, index) => index + 1).slice(0, -1))(
    'names the next step after step %i, with who takes it',
    index => {
      const { model } = loaded(new Map([[fileOf(address), texts[index - 1]]]))
      const system = model.systemByAddress.get(address)
      const profile = model.catalogue.jurisdictions.get(address.split('/')[0] ?? '')?.value
      if (system === undefined || profile === undefined) throw new Error(`no ${address}`)
      const outlook = systemStatusOf(model, profile, system)
      const next = /event: (\S+)/.exec(texts[index]?.split(/(?=^ {2}- event: )/m).at(-1) ?? '')?.[1]
      expect(outlook.steps.map(({ event }) => event)).toContain(next)
      expect(outlook.steps.every(({ actor }) => actor !== undefined)).toBe(true)
    },
  )
})
