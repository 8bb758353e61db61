import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { attributeFindings } from '../../lib/read/attributes.ts'
import { openRepository } from '../../lib/read/index.ts'
import { temporaryDirectory } from '../scripts/harness.ts'

const found = (text: string) =>
  attributeFindings(Buffer.from(text)).map(
    ({ code, range: { start, end } }) => `${code} ${start.line}:${start.column}-${end.column}`,
  )

/** Protects papers, so that a text shows its own finding alone. */
const sound = '**/papers/** -text\n**/evidence/** -text\n'

describe('the attributes of the root', () => {
  it.each([
    '',
    sound,
    `* text=auto eol=lf\n${sound}`,
    `# 说明 filter=x\n\n*.yaml text\n${sound}`,
    '*.pdf binary\n*.docx -diff\n**/*.xlsx -merge\n',
    '*.pdf -text\n',
    `"a b.txt" text\n${sound}`,
    `${sound}* eol=lf\n`,
    `${sound}catalogue/*.yaml text\n/a.yaml text\ntenants/ text\n`,
    `${sound}*.csv text\n*.csv -text\n`,
  ])('may say %j', text => {
    expect(found(text)).toEqual([])
  })

  it.each([
    ['working-tree-encoding=UTF-16', '1:10-38'],
    ['filter=lfs', '1:10-20'],
    ['ident', '1:10-15'],
    ['-diff', '1:10-15'],
    ['diff=trap', '1:10-19'],
    ['merge=union', '1:10-21'],
    ['-merge', '1:10-16'],
    ['binary', '1:10-16'],
    ['linguist-generated', '1:10-28'],
    ['linguist-generated=true', '1:10-33'],
    ['gitlab-generated', '1:10-26'],
    ['export-subst', '1:10-22'],
    ['eol=crlf', '1:10-18'],
    ['encoding=gbk', '1:10-22'],
    ['text=unheard', '1:10-22'],
    ['-linguist-detectable', '1:10-30'],
    ['conflict-marker-size=1', '1:10-32'],
  ])('may not set %s on manifests', (attribute, place) => {
    expect(found(`tenants/ ${attribute}\n`)).toEqual([`TY1031 ${place}`])
  })

  it('may hide no format that can be read, whatever its pattern looks like', () => {
    for (const pattern of [
      '*.yaml',
      '*.yml',
      '*.json',
      '*.csv',
      '*',
      '*.pdf*',
      'tenants/a.pdf',
      '*.[py]*',
      '*.pdf.yaml',
    ])
      expect(found(`${pattern} -diff\n`)).toHaveLength(1)
  })

  it('may make no attribute of its own', () => {
    expect(found('[attr]quiet -diff\n*.yaml quiet\n')).toEqual([
      'TY1031 1:1-12',
      'TY1031 1:13-18',
      'TY1031 2:8-13',
    ])
    const meant = [
      '[attr]quiet text\n* quiet\n',
      '[attr]a b\n[attr]b text\n* a\n',
      '[attr]binary\n* text binary\n',
    ]
    for (const text of meant) expect(found(text).at(-1)).toMatch(/^TY1032 /)
  })

  it('are told each, where they stand', () => {
    expect(found(`*.yaml text -diff filter=x\n\ttenants/ ident\n${sound}`)).toEqual([
      'TY1031 1:13-18',
      'TY1031 1:19-27',
      'TY1031 2:11-16',
    ])
  })

  it('have to protect papers and evidence where they convert line ends', () => {
    expect(found('* text=auto eol=lf\n')).toEqual(['TY1032 1:1-2', 'TY1032 1:1-2'])
    expect(found('* text=auto\npapers/** -text\n**/evidence/** -text\n')).toEqual(['TY1032 1:1-2'])
    expect(found(`${sound}* text\n`)).toEqual(['TY1032 3:1-2', 'TY1032 3:1-2'])
    expect(found('* -text\n')).toEqual([])
  })

  it.each([
    '* text',
    '* !text',
    '*.csv text',
    '*.csv text=auto eol=lf',
    '"**/papers/**" text',
    '"**/p\\141pers/**" text',
    '/tenants/*/*/papers/* text',
    'tenants/*/*/PAPERS/* text',
    'catalogue/** text',
    'a/**/b text',
    '* -text text',
    '*.csv binary text',
  ])('may not convert them behind what protects them: %s', line => {
    const [pattern = ''] = /^(?:"[^"]*"|\S+)/.exec(line) ?? []
    const place = `TY1032 3:1-${1 + pattern.length}`
    expect(found(`${sound}${line}\n`).filter(one => one.startsWith('TY1032'))).toContain(place)
  })

  it('protect nothing by what git does not read', () => {
    const before = '* text=auto\n**/evidence/** -text\n'
    expect(found(`${before}${'**/papers/** -text '.padEnd(2047)}\n`)).toEqual([])
    expect(found(`${before}${'**/papers/** -text '.padEnd(2048)}\n`)).toEqual([
      'TY1034 3:1-13',
      'TY1032 1:1-2',
    ])
    expect(found(`${sound}${'文'.repeat(680)} -eol\n`)).toEqual([])
    expect(found(`${sound}${'文'.repeat(681)} -eol\n`)).toEqual(['TY1034 3:1-682'])
    expect(found(`${before}!**/papers/** -text\n`)).toEqual(['TY1034 3:1-14', 'TY1032 1:1-2'])
    expect(found(`${before}**/papers/** -text x@y\n`)).toEqual(['TY1031 3:20-23', 'TY1032 1:1-2'])
  })

  it('have to be UTF-8', () => {
    expect(found('\ufeff* text\n').map(one => one.split(' ')[0])).toEqual(['TY1104'])
  })
})

describe('attributes below the root', () => {
  it.each([
    'tenants/.gitattributes',
    'tenants/ningwu/.gitattributes',
    'tenants/ningwu/jiaoyuju/.gitattributes',
    'tenants/ningwu/jiaoyuju/papers/.gitattributes',
    'tenants/ningwu/jiaoyuju/papers/.GitAttributes',
    'catalogue/.gitattributes',
    'catalogue/schema/.gitattributes',
  ])('are refused, whatever they say: %s', file => {
    const root = temporaryDirectory()
    mkdirSync(dirname(join(root, file)), { recursive: true })
    writeFileSync(join(root, file), '')
    const { findings } = openRepository(root)
    expect(findings.filter(({ code }) => code.startsWith('TY103')).map(one => [one.code, one.file])).toEqual([
      ['TY1030', file],
    ])
  })
})
