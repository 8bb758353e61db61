import { describe, expect, it, test } from 'vitest'
import { hasAllItems, isLeftOut } from '../../lib/model/left-out.ts'
import { exampleFiles, exampleText, type Files, loaded, replaced } from '../example-repository.ts'

const breaks: Readonly<Record<string, (text: string) => string>> = {
  'cannot be read': text => `${text}\n: [\n`,
  'misses its schema': text => text.replace('tenantry/v1', 'tenantry/v0'),
}

const grant = '    grants:\n      internet:\n        services:\n          - { item: ecs.domestic.4c8g,'

const shebao = 'tenants/xishuangbanna/rensheju/shebao-jingban.yaml'

interface Wrong {
  readonly file: string
  readonly code: string
}

function grave(changes?: Files): readonly Wrong[] {
  const { findings } = loaded(changes)
  return findings.filter(({ severity }) => severity !== 'info').map(({ file, code }) => ({ file, code }))
}

const always = grave()

/** What is wrong beyond what is wrong with the example as it is; what is only worth knowing is left out. */
function wrong(changes: Files): readonly Wrong[] {
  return grave(changes).filter(
    ({ file, code }) => !always.some(one => one.file === file && one.code === code),
  )
}

// Without the platform nothing can be said of anything.
const files = [...exampleFiles.keys()].filter(file => file !== 'catalogue/platform.yaml')

describe.each(Object.entries(breaks))('a file that %s', (_, broken) => {
  it.each(files)('is the only one that anything is said about: %s', file => {
    const found = wrong(new Map([[file, broken(exampleText(file))]]))
    expect(found.length).toBeGreaterThan(0)
    expect(found.filter(one => one.file !== file)).toEqual([])
  })
})

describe('what a file defines', () => {
  /** A file, and what others are told once it is not there at all. */
  const absences: readonly (readonly [file: string, code: string])[] = [
    ['tenants/xishuangbanna/jiuye-zhongxin/unit.yaml', 'TY3005'],
    ['tenants/xishuangbanna/rensheju/unit.yaml', 'TY3007'],
    ['tenants/xishuangbanna/gonganju/huji-guanli.yaml', 'TY3401'],
    ['catalogue/jurisdictions/datong.yaml', 'TY2023'],
    ['catalogue/services/network.yaml', 'TY2020'],
  ]

  it.each(absences)('%s is missed with %s where it is absent, and not where it is broken', (file, code) => {
    expect(wrong(new Map([[file, undefined]])).map(found => found.code)).toContain(code)
    for (const broken of Object.values(breaks))
      expect(wrong(new Map([[file, broken(exampleText(file))]])).map(found => found.code)).not.toContain(code)
  })

  it('is missed by others only as far as the broken file could have said it', () => {
    const network = 'catalogue/services/network.yaml'
    const changes = new Map([
      [network, breaks['cannot be read']?.(exampleText(network))],
      [shebao, exampleText(shebao).replace('unit: rensheju\n', 'unit: renshe\n')],
    ])
    expect(wrong(changes)).toContainEqual({ file: shebao, code: 'TY3005' })
  })
})

describe('a fault of a system that another file could explain', () => {
  const shipin = 'tenants/datong/shichangju/shipin-zhuisu.yaml'
  const services = 'catalogue/services/security.yaml'
  const faults: readonly (readonly [code: string, file: string, text: string, other: string])[] = [
    [
      'TY4201',
      shebao,
      exampleText(shebao).replace(/ {6}- \{ type: 政务云资源申请,.*\n/, ''),
      'tenants/xishuangbanna/rensheju/unit.yaml',
    ],
    [
      'TY4205',
      shipin,
      exampleText(shipin).replace('          - { item: cbr.volume, quantity: 800, unit: GiB }\n', ''),
      services,
    ],
    ['TY3103', shebao, replaced(shebao, grant, grant.replace('4c8g', '4c9g')), services],
  ]

  it.each(faults)(
    'is found with %s in %s while all is known, and not while the other is broken',
    (code, file, text, other) => {
      const codesIn = (changes: Files) =>
        wrong(changes).flatMap(found => (found.file === file ? [found.code] : []))
      expect(codesIn(new Map([[file, text]]))).toContain(code)
      for (const broken of Object.values(breaks))
        expect(
          codesIn(
            new Map([
              [file, text],
              [other, broken(exampleText(other))],
            ]),
          ),
        ).not.toContain(code)
    },
  )
})

test('nothing is left out where nobody has looked', () => {
  const { model } = loaded()
  expect(isLeftOut(model, shebao)).toBe(false)
  expect(hasAllItems(model)).toBe(true)
  const leftOut = new Set(['catalogue/services/network.yaml'])
  expect(isLeftOut({ ...model, leftOut }, shebao)).toBe(false)
  expect(isLeftOut({ ...model, leftOut }, 'catalogue/services/network.yaml')).toBe(true)
  expect(hasAllItems({ ...model, leftOut })).toBe(false)
  expect(hasAllItems({ ...model, leftOut: new Set([shebao, 'catalogue/calendar.yaml']) })).toBe(true)
})
