import { describe, expect, it } from 'vitest'
import { exampleText, positionOf } from '../../example-repository.ts'
import { covered, exampleSchemas, mended, mistakesOf, planted } from '../planted.ts'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'
const platform = 'catalogue/platform.yaml'
const exchange = 'exchange:\n  - { through: '

function plantedIn(file: string, mark: string, wrong: string) {
  const { text, found } = planted(file, mark, wrong)
  expect(covered(text, found.range)).toBe(wrong)
  expect(found.range.start).toEqual(positionOf(text, `${mark.split('|', 1).join()}|${wrong}`))
  return { text, found }
}

describe('a name that the catalogue does not have', () => {
  it('is mended where one is near, and by its Chinese name', () => {
    for (const [wrong, meant] of [
      ['gap-1', 'gap-01'],
      ['一号跨网安全交换系统（示例）', 'gap-01'],
    ] as const) {
      const { text, found } = plantedIn(shebao, `${exchange}|gap-01`, wrong)
      expect(found).toMatchObject({ code: 'TY2026', fix: { replacement: meant } })
      expect(mistakesOf(shebao, mended(text, found))).toEqual([])
    }
  })

  it('is told all there are, where they are few and none is near', () => {
    const gateway = plantedIn(shebao, `${exchange}|gap-01`, 'wangzha').found
    expect(gateway).toMatchObject({ code: 'TY2026', message: { zh: /gap-01/, en: /gap-01/ } })
    const zone = plantedIn(shebao, `${exchange}gap-01, from: |internet`, 'moon').found
    expect(zone).toMatchObject({
      code: 'TY2022',
      message: { zh: /internet、extranet/, en: /internet, extranet/ },
    })
    for (const { fix } of [gateway, zone]) expect(fix).toBeUndefined()
  })

  it('is not told all there are where they are many', () => {
    const { found } = plantedIn(shebao, '- { item: |eip.bgp.10m', 'zzzz')
    expect(found.code).toBe('TY2020')
    expect(found.message.en).not.toContain('ecs.')
  })

  it('is told the items whose Chinese names share something with it', () => {
    const { found } = plantedIn(shebao, '- { item: |eip.bgp.10m', '云主机4核8G')
    expect(found).toMatchObject({
      code: 'TY2020',
      message: { zh: /可取：ecs\.general\.4c8g（通用型云主机 4核8G）、/ },
    })
    expect(found.fix).toBeUndefined()
  })

  it('is mended to the item whose whole name it is, whatever the blanks', () => {
    const { text, found } = plantedIn(shebao, '- { item: |eip.bgp.10m', '弹性公网地址及带宽10M')
    expect(found.fix).toMatchObject({ replacement: 'eip.bgp.10m', certain: true })
    expect(mistakesOf(shebao, mended(text, found))).toEqual([])
  })

  it('is told the events of the regulation by their names, in the order of a case', () => {
    const none = plantedIn(shebao, 'history:\n  - event: |submitted', '月亮').found
    expect(none).toMatchObject({
      code: 'TY2024',
      message: { zh: /可取：submitted（[^）]+）、refused（/, en: /choose from submitted, refused, / },
    })
    const request = plantedIn(shebao, 'history:\n  - event: |submitted', '申请').found
    expect(request.message.zh).toMatch(/可取：.*submitted（提交.*申请）/)
    expect(request.message.zh).not.toContain('delivered')
    const named = plantedIn(shebao, 'history:\n  - event: |submitted', '提交资源使用申请').found
    expect(named.code).toBe('TY2024')
  })

  it('stays a guess where it is only near', () => {
    const { found } = plantedIn(shebao, '- { item: |eip.bgp.10m', 'eip.bgp.10n')
    expect(found.fix?.replacement).toBe('eip.bgp.10m')
    expect(found.fix?.certain).toBeUndefined()
  })
})

describe('a value of a list with Chinese terms', () => {
  it('is told the terms, and mended by one of them', () => {
    const { found } = plantedIn(shebao, 'origin: |migrated', '存量')
    expect(found).toMatchObject({
      code: 'TY2004',
      message: { zh: /new（新建）、migrated（已建\(存量\)迁移）/ },
    })
    const { text, found: named } = plantedIn(shebao, 'origin: |migrated', '新建')
    expect(named.fix).toMatchObject({ replacement: 'new', certain: true })
    expect(mistakesOf(shebao, mended(text, named))).toEqual([])
  })
})

describe('an item that another zone offers', () => {
  it('is told by the zone and its Chinese name', () => {
    const { found } = plantedIn(shebao, '- { item: |eip.extranet.100m', 'eip.bgp.5m')
    expect(found.code).toBe('TY2021')
    expect(found.message.zh).toContain('internet（互联网区）')
    expect(found.message.en).toContain('internet')
    expect(found.fix).toBeUndefined()
  })
})

describe('the key of a zone', () => {
  it('is mended to the zone that is not there yet', () => {
    const { text, found } = plantedIn(shebao, '\nzones:\n  |internet', 'intranet')
    expect(found).toMatchObject({ code: 'TY2022', fix: { replacement: 'internet' } })
    expect(mistakesOf(shebao, mended(text, found))).toEqual([])
  })

  it('is never mended to a key that stands beside it', () => {
    const third = exampleText(shebao).replace('\nzones:\n', '\nzones:\n  internett:\n    services: []\n')
    const found = mistakesOf(shebao, third).find(({ code }) => code === 'TY2022')
    expect(found?.fix).toBeUndefined()
    const { found: inGateway } = plantedIn(
      platform,
      'addresses: { internet: 172.31.64.0/28, |extranet',
      'internex',
    )
    expect(inGateway.fix?.replacement).not.toBe('internet')
  })
})

describe('the zones of a gateway’s addresses', () => {
  const at = '    addresses: { |internet'

  it.each([
    ['intranet', 'TY2030', 'internet'],
    ['zone-9', 'TY2030', undefined],
    ['Inter_net', 'TY2011', undefined],
  ])('named %s are not the platform’s', (wrong, code, meant) => {
    const { text, found } = plantedIn(platform, at, wrong)
    expect(found.code).toBe(code)
    expect(found.fix?.replacement).toBe(meant)
    if (meant !== undefined) expect(mistakesOf(platform, mended(text, found))).toEqual([])
  })
})

it('every zone of the examples has the Chinese name that findings use', () => {
  expect(exampleSchemas.get('system.schema.json')).toMatchObject({
    properties: {
      zones: {
        properties: {
          internet: { description: expect.stringMatching(/^互联网区/) },
          extranet: { description: expect.stringMatching(/^政务外网区/) },
        },
      },
    },
  })
})
