import { DOMParser } from '@xmldom/xmldom'
import { strFromU8, unzipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { lineText } from '../../lib/form/document.ts'
import { composeForm, type FormDocument } from '../../lib/form/index.ts'
import { renderForm } from '../../lib/form/render/index.ts'
import { filled, tellingForms } from './example-forms.ts'

/** The texts of a package, parsed; not well-formed XML is an error. */
function opened(docx: Uint8Array): ReadonlyMap<string, string> {
  const files = Object.entries(unzipSync(docx)).map(([name, bytes]) => [name, strFromU8(bytes)] as const)
  for (const [name, text] of files) {
    if (!/\.(?:xml|rels)$/.test(name)) continue
    const onError = (level: string, message: string) => {
      throw new Error(`${name}: ${level}: ${message}`)
    }
    new DOMParser({ onError }).parseFromString(text, 'text/xml')
  }
  return new Map(files)
}

function wordsIn(xml: string): string {
  return xml.replaceAll(/<[^>]+>/g, '')
}

/** What the page must say: every line of every cell. */
function linesOf({ title, parts }: FormDocument): readonly string[] {
  const cells = parts.flatMap(part => (part.kind === 'table' ? part.rows.flatMap(row => row.cells) : []))
  const fixed = cells.flatMap(cell => cell.lines).filter(line => line.every(({ kind }) => kind === 'text'))
  return [...title, ...fixed.map(lineText)]
}

describe('every form of every jurisdiction', () => {
  test.each(tellingForms)('$name is an office document that says what the form says', async ({ subject }) => {
    const document = composeForm(subject)
    const files = opened(await renderForm(document))
    const words = wordsIn(files.get('word/document.xml') ?? '')
    const escaped = (text: string) =>
      text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
    expect(linesOf(document).filter(line => !words.includes(escaped(line)))).toEqual([])
    expect(files.get('docProps/core.xml')).toContain(document.properties.title)
  })
})

test('the same form is the same bytes, at another time in another time zone too', async () => {
  const document = filled('ningwu/jiaoyuju/xueji-guanli', 'application')
  const first = await renderForm(document)
  const zone = process.env.TZ
  process.env.TZ = zone === 'Pacific/Apia' ? 'UTC' : 'Pacific/Apia'
  const second = await renderForm(document)
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
  expect(Buffer.from(second).equals(Buffer.from(first))).toBe(true)
})

test('a letter is set as GB/T 9704-2012 asks: margins, faces, 28 points from line to line', async () => {
  const xml = opened(await renderForm(filled('datong/shichangju/shipin-zhuisu', 'cloud-request'))).get(
    'word/document.xml',
  )
  expect(xml).toMatch(/<w:pgMar [^>]*w:top="2098"[^>]*w:right="1474"[^>]*w:bottom="1984"[^>]*w:left="1587"/)
  expect(xml).toContain('w:eastAsia="方正小标宋简体"')
  expect(xml).toContain('w:eastAsia="仿宋_GB2312"')
  expect(xml).toContain('<w:sz w:val="44"/>')
  expect(xml).toMatch(/<w:spacing [^>]*w:line="560"[^>]*w:lineRule="exact"/)
})

test('a blank is underlined, a box is in a face that has it', async () => {
  const xml = opened(await renderForm(filled('ningwu/jiaoyuju/xueji-guanli', 'cancellation'))).get(
    'word/document.xml',
  )
  expect(xml).toMatch(/<w:u w:val="single"\/>/)
  expect(xml).toMatch(/Segoe UI Symbol[^☐]*☐/)
})
