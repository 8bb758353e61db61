import { describe, expect, it } from 'vitest'
import { kindOf } from '../../lib/read/index.ts'
import { loaded, positionOf } from '../example-repository.ts'

const file = 'catalogue/utilisation/zhejiang/2026-10/internet.yaml'
const head =
  'apiVersion: tenantry/v1\nkind: Utilisation\njurisdiction: zhejiang\nmonth: 2026-10\nsource: 监测平台\nmeasured:\n'
const text = `${head}  - { system: shuiliting/shuiqing-jiance, zone: internet, cpu: 9.5 }\n`

/** What is found in the file itself, and where. */
function found(changed: string, path = file) {
  const { findings } = loaded(new Map([[path, changed]]))
  return findings
    .filter(one => one.file === path)
    .map(({ code, range: { start } }) => ({ code, line: start.line, column: start.column }))
}

describe('a file of what monitoring measured', () => {
  it('is read where it lies, in a folder of its jurisdiction and month', () => {
    expect(found(text)).toEqual([])
    expect(
      loaded(new Map([[file, text]])).model.catalogue.utilisation.map(({ value }) => value.month),
    ).toEqual(['2026-10'])
  })

  it.each<readonly [string, string, string, string, string]>([
    ['a value above a hundred', 'cpu: 9.5', 'cpu: 100.1', 'TY2007', 'cpu: |100.1'],
    ['a value below nothing', 'cpu: 9.5', 'cpu: -1', 'TY2007', 'cpu: |-1'],
    ['digits of full width', 'cpu: 9.5', 'cpu: ９', 'TY1327', 'cpu: |９'],
    ['a value between quotes', 'cpu: 9.5', 'cpu: "9"', 'TY2003', 'cpu: |"9"'],
    ['a month that no year has', 'month: 2026-10', 'month: 2026-13', 'TY2005', 'month: |2026-13'],
    [
      'another month than its folder is called by',
      'month: 2026-10',
      'month: 2026-09',
      'TY2101',
      'month: |2026-09',
    ],
    [
      'another jurisdiction than its folder is called by',
      'jurisdiction: zhejiang',
      'jurisdiction: ningwu',
      'TY2101',
      'jurisdiction: |ningwu',
    ],
    ['a measure that nobody knows', 'cpu: 9.5', 'cpus: 9.5', 'TY2001', '|cpus'],
    ['a zone that the platform has not', 'zone: internet', 'zone: intranet', 'TY2022', 'zone: |intranet'],
    ['no source', 'source: 监测平台\n', '', 'TY2002', '|apiVersion'],
  ])('may not have %s', (_what, before, after, code, mark) => {
    const changed = text.replace(before, after)
    const place = positionOf(changed, mark)
    expect(found(changed)).toContainEqual({ code, ...place })
  })

  it.each([
    ['zhejiang/2026-10/internet.yaml', 'utilisation'],
    ['zhejiang/2026-1/internet.yaml', undefined],
    ['zhejiang/2026-13/internet.yaml', undefined],
    ['zhejiang/october/internet.yaml', undefined],
    ['zhejiang/2026-10/internet.csv', undefined],
    ['zhejiang/2026-10.yaml', undefined],
  ])('called %s is taken for %s', (name, kind) => {
    expect(kindOf(`catalogue/utilisation/${name}`)).toBe(kind)
  })
})
