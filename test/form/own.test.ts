import { Document, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { facts } from '../../lib/form/facts/index.ts'
import { fillTemplate, type Made, offeredFields, templateLimits } from '../../lib/form/own/index.ts'
import { exampleText, loaded } from '../example-repository.ts'
import { exampleModel, subjectAt, tellingForms } from './example-forms.ts'

const food = 'datong/shichangju/shipin-zhuisu'
const application = subjectAt(exampleModel, food, 'application')

/** A Word document with a paragraph for each text, and a table of one row. */
async function word(texts: readonly string[], cells: readonly string[] = []): Promise<Uint8Array> {
  const row = cells.map(text => new TableCell({ children: [new Paragraph(text)] }))
  const table = row.length === 0 ? [] : [new Table({ rows: [new TableRow({ children: row })] })]
  const children = [...texts.map(text => new Paragraph(text)), ...table]
  return new Uint8Array(await Packer.toBuffer(new Document({ sections: [{ children }] })))
}

/** The words of a document, cells and paragraphs apart. */
function wordsOf(made: Made): readonly string[] {
  if (!('docx' in made)) throw new Error(JSON.stringify(made))
  const xml = strFromU8(unzipSync(made.docx)['word/document.xml'] ?? new Uint8Array())
  return [...xml.matchAll(/<w:p[ >].*?<\/w:p>/gs)].map(([paragraph]) =>
    paragraph.replaceAll('<w:br/>', '\n').replaceAll(/<[^>]+>/g, ''),
  )
}

/** A document with some of its parts changed or added. */
function altered(bytes: Uint8Array, parts: Readonly<Record<string, (text: string) => string>>): Uint8Array {
  const entries = unzipSync(bytes)
  for (const [name, change] of Object.entries(parts))
    entries[name] = strToU8(change(strFromU8(entries[name] ?? new Uint8Array())))
  return zipSync(entries)
}

describe('an authority’s own document', () => {
  test('is filled with facts, boxes and decisions of the case', async () => {
    const bytes = await word([
      '编号{paper(政务云资源申请表).number} {stage.on}',
      '{box(system.origin=new)}新建{box(system.origin=migrated)}已建',
      '{decision(rejected|approved)}',
      '经办人：{blank(经办人)}',
      '{remarks}',
    ])
    const made = fillTemplate(bytes, application)
    expect(wordsOf(made)).toEqual([
      '编号DTSQ-2023-014 2023年9月4日',
      '☑新建☐已建',
      '核定云资源并通知（2023年9月13日，合并请求2评审6）',
      '经办人：\u3000\u3000\u3000\u3000\u3000\u3000',
      expect.stringContaining('不是2023年9月4日的'),
    ])
    expect(made).toMatchObject({ blanks: ['经办人'] })
  })

  test.each([
    ['list.requested', ['{zone}', '{service}', '{quantity}{unit}'], ['政务外网区', '信创块存储', '600GB']],
    ['list.granted', ['{zone}', '{service}', '{quantity}{unit}'], ['政务外网区', '信创块存储', '500GB']],
    ['list.openings', ['{peer}', '{protocol}', '{ports}'], ['本系统', 'TCP', '22、5236、8443']],
    [
      'list.exchange',
      ['{way}', '{basis}', '{ports}'],
      ['互联网区至政务外网区', '同市监函〔2023〕88号', '8443'],
    ],
    ['list.papers', ['{type}', '{number}', '{on}'], ['建设方案', 'ZS-FA-2023', '2023年6月2日']],
  ])('repeats a row for %s', async (list, [first, second, third], [a, b, c]) => {
    const bytes = await word([], [`{#${list}}${first}`, `${second}`, `${third}{/${list}}`])
    const words = wordsOf(fillTemplate(bytes, application))
    expect(words.join('|')).toContain([a, b, c].join('|'))
    expect(words.join()).not.toMatch(/[{}]/)
  })

  test('leaves a list that nothing tells open', async () => {
    const file = `tenants/${food}.yaml`
    const text = exampleText(file).replace(/^ {4}asks:\n(?: {6}.*\n)+/m, '')
    const subject = subjectAt(loaded(new Map([[file, text]])).model, food, 'application')
    const made = fillTemplate(
      await word([], ['{#list.requested}{service}', '{quantity}{/list.requested}']),
      subject,
    )
    expect(made).toMatchObject({ blanks: ['list.requested'] })
  })

  test('is the same bytes each time, and keeps the faces of its authority', async () => {
    const bytes = await word(['{system.name}'])
    const [first, second] = [fillTemplate(bytes, application), fillTemplate(bytes, application)]
    if (!('docx' in first && 'docx' in second)) throw new Error('refused')
    expect(Buffer.from(first.docx).equals(Buffer.from(second.docx))).toBe(true)
    expect(unzipSync(first.docx)['word/fontTable.xml']).toEqual(unzipSync(bytes)['word/fontTable.xml'])
  })

  test('takes a value for text, whatever signs it has', async () => {
    const file = `tenants/${food}.yaml`
    const text = exampleText(file).replace('name: 食品安全追溯系统（示例）', 'name: "<w:t>&amp;{unit.name}"')
    const subject = subjectAt(loaded(new Map([[file, text]])).model, food, 'application')
    expect(wordsOf(fillTemplate(await word(['{system.name}']), subject))).toEqual([
      '&lt;w:t&gt;&amp;amp;{unit.name}',
    ])
  })
})

describe('a placeholder', () => {
  test.each([
    ['{system.nome}', 'system.nome'],
    ['{history.last(openned).on}', 'history.last(openned).on'],
    ['{role(authorities)}', 'role(authorities)'],
    ['{decision(approved|aproved)}', 'decision(approved|aproved)'],
    ['{box(system.orign=new)}', 'box(system.orign=new)'],
    ['{#list.requests}{service}{/list.requests}', 'list.requests'],
    ['{#list.requested}{servise}{/list.requested}', 'servise'],
    ['{#system.name}{/system.name}', 'system.name'],
    ['{service}', 'service'],
    ['{@system.name}', 'system.name'],
  ])('%s is refused by its name', async (text, name) => {
    expect(fillTemplate(await word([text]), application)).toEqual({ unknown: [name] })
  })

  test('about a system is refused in a form about a unit', async () => {
    const unit = subjectAt(exampleModel, 'zhejiang/shuiliting/shuiqing-jiance', 'satisfaction')
    const texts = ['{unit.name}', '{system.name}', '{#list.papers}{type}{/list.papers}']
    expect(fillTemplate(await word(texts), unit)).toEqual({ unknown: ['system.name', 'list.papers'] })
  })

  test('without its partner is a fault of the document', async () => {
    const made = fillTemplate(await word(['{system.name']), application)
    expect(made).toMatchObject({ problem: { en: expect.stringContaining('"{system.name" is unclosed') } })
    expect(fillTemplate(await word(['{#list.papers}{type}']), application)).toHaveProperty('problem')
  })

  test('is offered for every fact and every list, and each that is offered is taken', async () => {
    const offered = offeredFields()
    expect(offered.length).toBeGreaterThan(facts.size)
    const values: Readonly<Record<string, string>> = {
      EVENT: 'approved',
      ROLE: 'manager',
      PAPER: '建设方案',
      LABEL: '签字',
      FACT: 'system.origin',
      VALUE: 'new',
    }
    const written = offered.map(({ name, members }) => {
      const named = name.replaceAll(/EVENT|ROLE|PAPER|LABEL|FACT|VALUE/g, word => values[word] ?? '')
      return members === undefined
        ? `{${named}}`
        : `{#${named}}${members.map(member => `{${member}}`).join('')}{/${named}}`
    })
    expect(fillTemplate(await word(written), application)).toHaveProperty('docx')
  })
})

const external =
  '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/image" Target="https://example.org/a.png" TargetMode="External"/></Relationships>'
const attached =
  '<Relationship Id="rX" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/attachedTemplate" Target="a.dotx"/></Relationships>'
const field = (code: string) => `<w:p><w:r><w:instrText>${code}</w:instrText></w:r></w:p></w:body>`

describe('a document that could do more than be printed is refused:', () => {
  test.each([
    ['a macro', { 'word/vbaProject.bin': () => 'x' }],
    [
      'a kind of document with macros',
      {
        '[Content_Types].xml': (text: string) =>
          text.replace('document.main+xml', 'document.macroEnabled.main+xml'),
      },
    ],
    ['an object', { 'word/embeddings/oleObject1.bin': () => 'x' }],
    ['another page', { 'word/afchunk.html': () => '<img src="https://example.org">' }],
    [
      'a picture from elsewhere',
      { 'word/_rels/document.xml.rels': (text: string) => text.replace('</Relationships>', external) },
    ],
    ['a template of its own', { 'word/_rels/settings.xml.rels': () => `<Relationships>${attached}` }],
    [
      'a field that reads a file',
      {
        'word/document.xml': (text: string) =>
          text.replace('</w:body>', field(' INCLUDETEXT "/etc/passwd" ')),
      },
    ],
    [
      'such a field in two runs',
      {
        'word/document.xml': (text: string) =>
          text.replace('</w:body>', field('INCLUDE</w:instrText></w:r><w:r><w:instrText>PICTURE "x"')),
      },
    ],
    [
      'a document type',
      {
        'word/document.xml': (text: string) =>
          text.replace('<w:document', '<!DOCTYPE w [<!ENTITY a "b">]><w:document'),
      },
    ],
  ] satisfies [string, Record<string, (text: string) => string>][])('%s', async (_, parts) => {
    expect(fillTemplate(altered(await word(['{system.name}']), parts), application)).toHaveProperty('problem')
  })

  test('one that grows beyond its limits once unpacked', async () => {
    const filler = () => ' '.repeat(templateLimits.unpackedBytes)
    const bytes = altered(await word(['{system.name}']), { 'word/comments.xml': filler })
    expect(bytes.length).toBeLessThan(templateLimits.fileBytes)
    expect(fillTemplate(bytes, application)).toHaveProperty('problem')
  })

  test('a file that is too large, and one that is no document', () => {
    const large = new Uint8Array(templateLimits.fileBytes + 1)
    expect(fillTemplate(large, application)).toHaveProperty('problem')
    expect(fillTemplate(strToU8('PK no zip'), application)).toHaveProperty('problem')
    expect(fillTemplate(zipSync({ 'a.txt': strToU8('x') }), application)).toHaveProperty('problem')
  })
})

test('every kind of form can be put on a page of its authority', async () => {
  const bytes = await word(['{unit.name}{regulation.title}'])
  const subjects = tellingForms.filter(({ form }) => form.subject !== 'jurisdiction')
  expect(subjects.map(({ subject }) => 'docx' in fillTemplate(bytes, subject))).not.toContain(false)
})
