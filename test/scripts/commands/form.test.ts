import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Document, Packer, Paragraph } from 'docx'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import type { Finding } from '../../../lib/finding/finding.ts'
import { exampleTree } from '../../documents.ts'
import { cloneOf, scratchAt } from '../git/scratch.ts'
import { runHere } from '../harness.ts'

const system = 'ningwu/jiaoyuju/xueji-guanli'

async function page(text: string): Promise<Uint8Array> {
  const sections = [{ children: [new Paragraph(text)] }]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections })))
}

describe('form', () => {
  test('writes an office document and lists what is left to fill in and to sign', async () => {
    const cwd = exampleTree()
    const argv = ['form', 'cloud-request', system, '--out', 'out/请示.docx', '--lang', 'zh']
    // A folder that is not there is a slip of the pen, and none is made.
    expect(await runHere(argv, { cwd })).toMatchObject({
      status: 2,
      stderr: expect.stringContaining('TY9103'),
    })
    expect(readdirSync(cwd)).not.toContain('out')
    mkdirSync(join(cwd, 'out'))
    const { status, stdout } = await runHere(argv, { cwd })
    expect(status).toBe(0)
    expect(stdout).toMatch(/^已写入 out\/请示\.docx\n {2}待填：签发人\n$/)
    expect(readFileSync(join(cwd, 'out/请示.docx')).subarray(0, 2).toString()).toBe('PK')
    expect(readdirSync(join(cwd, 'out'))).toEqual(['请示.docx'])
  })

  test('takes a form by its Chinese name, and names the file after system and form', async () => {
    const cwd = exampleTree()
    const { stdout } = await runHere(['form', '资源交付回执单', system, '--json'], { cwd })
    expect(JSON.parse(stdout)).toMatchObject({
      form: 'receipt',
      name: '资源交付回执单',
      address: system,
      file: 'xueji-guanli-receipt.docx',
      blanks: [],
    })
    expect(readdirSync(cwd)).toContain('xueji-guanli-receipt.docx')
  })

  test('leaves a file that is there alone, but with --force', async () => {
    const cwd = exampleTree()
    const file = join(cwd, 'a.docx')
    writeFileSync(file, 'signed')
    const argv = ['form', 'application', system, '--out', 'a.docx']
    const refused = await runHere(argv, { cwd })
    expect(refused.status).toBe(2)
    expect(refused.stderr).toMatch(/^error TY9017: /)
    expect(readFileSync(file, 'utf8')).toBe('signed')
    expect((await runHere([...argv, '--force'], { cwd })).status).toBe(0)
    expect(readFileSync(file).length).toBeGreaterThan(1000)
  })

  test.each([
    [['form', 'aplication', system], 'TY9016', 'did you mean application?'],
    [['form', 'application', `${system}x`], 'TY9010', `did you mean ${system}?`],
    [['form', 'application', 'ningwu/jiaoyuju'], 'TY9010', '<jurisdiction>/<unit>/<system>'],
    [['form', 'application'], 'TY9003', 'address'],
    [['form', '信创例外说明', 'xishuangbanna/rensheju/shebao-jingban'], 'TY9018', 'domestic-exception'],
    [['form', 'satisfaction', 'ningwu/jiaoyuju', '--period', '2024-04'], 'TY9006', '2025-Q3'],
    [['form', 'list', '--jurisdiction', 'ningvu'], 'TY9010', 'did you mean ningwu?'],
  ])('%j is a usage error', async (argv, code, hint) => {
    const { status, stderr } = await runHere(argv, { cwd: exampleTree() })
    expect(status).toBe(2)
    expect(stderr).toContain(`error ${code}: `)
    expect(stderr).toContain(hint)
  })

  test('a form of what was granted names the manifest where nothing is', async () => {
    const address = 'xishuangbanna/jiuye-zhongxin/jiuye-fuwu'
    const cwd = exampleTree()
    const { status, stderr } = await runHere(['form', 'adjustment', address], { cwd })
    expect(status).toBe(2)
    expect(stderr).toContain('TY9025')
    expect(stderr).toContain(`tenants/${address}.yaml`)
    expect(readdirSync(cwd)).not.toContain('jiuye-fuwu-adjustment.docx')
  })

  test('a form of the past is made from the commit that brought its request, and says when none did', async () => {
    const address = 'datong/shichangju/shipin-zhuisu'
    const cwd = exampleTree()
    const file = join(cwd, `tenants/${address}.yaml`)
    const now = readFileSync(file, 'utf8').replace(/^ {4}asks:\n(?: {6}.*\n)+/m, '')
    const request = now.slice(0, now.indexOf('  - event: accepted')).replace('quantity: 800', 'quantity: 650')
    const made = scratchAt(cwd)
    made.git('init', '--quiet', '--initial-branch=main')
    for (const text of [request, now]) {
      writeFileSync(file, text)
      made.commit()
    }
    const argv = ['form', 'application', address, '--force', '--json', '--out', 'a.docx']
    const known = await runHere(argv, { cwd })
    expect([known.stderr, JSON.parse(known.stdout)]).toMatchObject(['', { remarks: [] }])
    const shallow = cloneOf(made, '--depth=1')
    const unknown = await runHere(argv, { cwd: shallow.root })
    expect(JSON.parse(unknown.stdout)).toMatchObject({ remarks: ['request-unknown', 'facts-of-now'] })
    expect(unknown.stderr).toContain('git fetch --unshallow')
    expect(unknown.stderr.match(/^warning TY9026: /gm)).toHaveLength(2)
  })

  test('is made on the authority’s own page where it has one, which validates beside the built-in forms', async () => {
    const cwd = exampleTree()
    const file = 'catalogue/forms/templates/ningwu/application.docx'
    mkdirSync(join(cwd, file, '..'), { recursive: true })
    writeFileSync(join(cwd, file), await page('{system.name} {blank(经办人)}'))
    const argv = ['form', 'application', system, '--json', '--out', 'a.docx', '--force']
    const made = await runHere(argv, { cwd })
    expect(JSON.parse(made.stdout)).toMatchObject({ template: file, blanks: ['经办人'] })
    const xml = strFromU8(
      unzipSync(readFileSync(join(cwd, 'a.docx')))['word/document.xml'] ?? new Uint8Array(),
    )
    expect(xml).toContain('中小学学籍管理系统（示例）')
    const listed = await runHere(['form', 'list', '--jurisdiction', 'ningwu', '--json'], { cwd })
    expect(JSON.parse(listed.stdout).forms).toContainEqual(expect.objectContaining({ template: file }))
    const { stdout } = await runHere(['validate', '--json'], { cwd })
    expect(stdout).not.toContain('templates')

    writeFileSync(join(cwd, file), await page('{system.nome}'))
    const refused = await runHere(argv, { cwd })
    expect([refused.status, refused.stderr]).toEqual([
      1,
      expect.stringMatching(/TY9029: .*application.*\{system\.nome\}/),
    ])
    writeFileSync(join(cwd, file), 'x')
    expect((await runHere(argv, { cwd })).stderr).toContain(`error TY9027: ${file}`)
  })

  test('files beside the templates, and templates under other names, have no place', async () => {
    const cwd = exampleTree()
    for (const file of ['ningwu/application.docm', 'ningwu.docx', 'ningwu/a/application.docx']) {
      mkdirSync(join(cwd, 'catalogue/forms/templates', file, '..'), { recursive: true })
      writeFileSync(join(cwd, 'catalogue/forms/templates', file), 'x')
    }
    const { stdout } = await runHere(['validate', '--json'], { cwd })
    for (const file of ['ningwu/application.docm', 'ningwu.docx', 'ningwu/a'])
      expect(stdout).toContain(`catalogue/forms/templates/${file}`)
  })

  test('a template that no form is made on is told, with the name that was meant', async () => {
    const cwd = exampleTree()
    for (const file of ['ningwu/aplication.docx', 'nowhere/receipt.docx', 'ningwu/receipt.docx']) {
      mkdirSync(join(cwd, 'catalogue/forms/templates', file, '..'), { recursive: true })
      writeFileSync(join(cwd, 'catalogue/forms/templates', file), 'x')
    }
    const { stdout } = await runHere(['validate', '--json'], { cwd })
    const findings: readonly Finding[] = JSON.parse(stdout).findings
    const told = findings.filter(({ file }) => file.startsWith('catalogue/forms/templates/'))
    expect(told.map(({ code, file, fix }) => [code, file, fix?.message.en])).toEqual([
      ['TY1004', 'catalogue/forms/templates/ningwu/aplication.docx', 'rename it to application.docx'],
      ['TY1004', 'catalogue/forms/templates/nowhere/receipt.docx', expect.stringContaining('form list')],
    ])
  })

  test('list --fields names what a template may have', async () => {
    const { stdout } = await runHere(['form', 'list', '--fields'])
    expect(stdout.split('\n')).toEqual(
      expect.arrayContaining([
        '{history.last(EVENT).on}',
        '{box(FACT=VALUE)}',
        '{#list.papers} {type} {number} {on} {/list.papers}',
      ]),
    )
  })

  test('list names every form of a jurisdiction, with what it is about and its articles', async () => {
    const { stdout } = await runHere(['form', 'list', '--jurisdiction', 'zhejiang', '--json'])
    const rows: unknown = JSON.parse(stdout).forms
    expect(rows).toContainEqual({
      jurisdiction: 'zhejiang',
      id: 'satisfaction',
      name: '服务满意度评价表',
      subject: 'unit',
      period: 'year',
      articles: ['ZJ-23'],
    })
  })

  test('list has forms of every jurisdiction of the catalogue', async () => {
    const { stdout } = await runHere(['form', 'list', '--lang', 'en'])
    for (const id of ['datong', 'jiuquan', 'ningwu', 'xishuangbanna', 'zhejiang'])
      expect(stdout).toMatch(new RegExp(`^${id} {2}`, 'm'))
  })
})
