import { Document, Packer, type Paragraph, type Table } from 'docx'
import type { FormDocument, Part } from '../document.ts'
import { titleLines } from '../title.ts'
import { fitToPages, letterDensity } from './fit.ts'
import { footer } from './footer.ts'
import { noteLinePoints } from './heights.ts'
import { type LetterSpacing, letterSpacing } from './letter.ts'
import { settle } from './package.ts'
import {
  pageBreak,
  renderAnnex,
  renderCaption,
  renderLetterhead,
  renderParagraph,
  renderTitle,
  titleSizes,
} from './paragraph.ts'
import { renderParties } from './parties.ts'
import { renderTable, type TableSetting } from './table.ts'
import { faces, millimetres, pages, paper, pointsToMillimetres, sizes, textWidth } from './typography.ts'

/** An office document of a filled form: the same bytes for the same form. */
export async function renderForm(form: FormDocument): Promise<Uint8Array> {
  const document = { ...form, title: titleLines(form.title, titleRoom(form.layout)) }
  const file = new Document({
    ...document.properties,
    creator: 'tenantry',
    lastModifiedBy: 'tenantry',
    evenAndOddHeaderAndFooters: document.layout === 'letter',
    styles: {
      default: {
        document: {
          run: { font: faces.body, size: sizes.小四 * 2, language: { value: 'en-US', eastAsia: 'zh-CN' } },
        },
      },
    },
    sections: [
      {
        properties: { page: pageOf(document.layout) },
        footers: footersOf(document.layout),
        children: childrenOf(document),
      },
    ],
  })
  return settle(await Packer.toBuffer(file), document.properties.date)
}

/** How many characters of its size a line of the title takes. */
function titleRoom(layout: FormDocument['layout']): number {
  return Math.floor(textWidth(layout) / pointsToMillimetres(titleSizes[layout]))
}

function pageOf(layout: FormDocument['layout']) {
  const { top, bottom, left, right } = pages[layout]
  return {
    size: { width: millimetres(paper.width), height: millimetres(paper.height) },
    margin: {
      top: millimetres(top),
      bottom: millimetres(bottom),
      left: millimetres(left),
      right: millimetres(right),
      header: millimetres(12),
      // 7.5: the page number stands 7 mm under the text.
      footer: millimetres(layout === 'letter' ? 23 : 10),
    },
  }
}

function footersOf(layout: FormDocument['layout']) {
  return layout === 'letter'
    ? { default: footer('right'), even: footer('left') }
    : { default: footer('centre') }
}

function childrenOf(document: FormDocument): readonly (Paragraph | Table)[] {
  const spacing = letterSpacing(document)
  return [
    ...renderLetterhead(document, spacing),
    ...renderAnnex(document.annex),
    ...renderTitle(document, spacing),
    ...renderCaption(document),
    ...(document.layout === 'form' ? formBody(document) : letterBody(document, spacing)),
  ]
}

/** A letter flows from page to page. */
function letterBody({ parts }: FormDocument, { gap }: LetterSpacing): readonly (Paragraph | Table)[] {
  const width = textWidth('letter')
  return parts.map(part => renderPart(part, { density: letterDensity, heights: new Map(), width }, gap))
}

/** A form is set page by page. */
function formBody(document: FormDocument): readonly (Paragraph | Table)[] {
  const { density, pages } = fitToPages(document)
  const width = textWidth('form')
  return pages.flatMap(({ parts, heights }, index) => [
    ...(index === 0 ? [] : [pageBreak()]),
    ...parts.map(part => renderPart(part, { density, heights, width }, noteLinePoints)),
  ])
}

function renderPart(part: Part, setting: TableSetting, gap: number): Paragraph | Table {
  if (part.kind === 'table') return renderTable(part, setting)
  if (part.kind === 'parties') return renderParties(part, setting.width)
  return renderParagraph(part, gap)
}
