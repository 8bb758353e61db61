import { strFromU8, unzipSync } from 'fflate'
import type { Text } from '../../finding/finding.ts'

/** The parts of a Word document, by their names. */
export type Parts = Readonly<Record<string, Uint8Array>>

export type Opened = { readonly parts: Parts } | { readonly problem: Text }

/** How large an authority's template may be as a file, and unpacked. */
export const templateLimits = {
  fileBytes: 5 * 1024 * 1024,
  unpackedBytes: 40 * 1024 * 1024,
  parts: 400,
} as const

/** All that a page needs. Whatever else lies in a package may run, or bring something from elsewhere. */
const known =
  /^(?:\[Content_Types\]\.xml|(?:_rels|docProps|customXml)\/[^/]+|customXml\/_rels\/[^/]+\.rels|word\/(?:[A-Za-z]+\d*\.xml|_rels\/[^/]+\.rels|theme\/[^/]+\.(?:xml|rels)|media\/[^/]+\.(?:png|jpe?g|gif|bmp|emf|wmf)|fonts\/[^/]+\.odttf|glossary\/.+))$/

/** Unpacks a template. It is input: nothing in it may run, or be fetched from elsewhere when the form is opened. */
export function openTemplate(bytes: Uint8Array): Opened {
  if (bytes.length > templateLimits.fileBytes) return refused('文件过大', 'the file is too large')
  const sizes: number[] = []
  let parts: Parts
  try {
    // Sizes are those that the package claims: no more is ever unpacked.
    unzipSync(bytes, { filter: ({ originalSize }) => sizes.push(originalSize) < 0 })
    const unpacked = sizes.reduce((sum, size) => sum + size, 0)
    if (unpacked > templateLimits.unpackedBytes || sizes.length > templateLimits.parts)
      return refused('解开后过大', 'it is too large once unpacked')
    parts = unzipSync(bytes, { filter: ({ name }) => !name.endsWith('/') })
  } catch {
    return refused('不是 Word 文档（docx）', 'it is no Word document (docx)')
  }
  const problem = firstProblem(parts)
  return problem === undefined ? { parts } : { problem }
}

function firstProblem(parts: Parts): Text | undefined {
  if (parts['word/document.xml'] === undefined || parts['[Content_Types].xml'] === undefined)
    return { zh: '不是 Word 文档（docx）', en: 'it is no Word document (docx)' }
  if (/macroEnabled|vbaProject/i.test(strFromU8(parts['[Content_Types].xml'])))
    return { zh: '带有宏；请另存为不带宏的 docx', en: 'it has macros; save it as a docx without them' }
  for (const [name, bytes] of Object.entries(parts)) {
    if (!known.test(name))
      return { zh: `含有不允许的部分 ${name}`, en: `it holds ${name}, which no form needs` }
    const problem = /\.(?:xml|rels)$/.test(name) ? textProblem(name, strFromU8(bytes)) : undefined
    if (problem !== undefined) return problem
  }
  return undefined
}

const foreignRelations =
  /relationships\/(?:oleObject|aFChunk|attachedTemplate|control|package|subDocument|frame)"/

/** Fields with which Word reads other files or asks other programs. */
const foreignFields = /\b(?:INCLUDEPICTURE|INCLUDETEXT|DDEAUTO|DDE|LINK|IMPORT|DATABASE|RD|MACROBUTTON)\b/i

function textProblem(name: string, xml: string): Text | undefined {
  if (/<!(?:DOCTYPE|ENTITY)/i.test(xml))
    return { zh: `${name} 声明了文档类型`, en: `${name} declares a document type` }
  const isForeign =
    name.endsWith('.rels') && (/TargetMode\s*=\s*["']External/i.test(xml) || foreignRelations.test(xml))
  if (isForeign || foreignFields.test(fieldCodes(xml)))
    return {
      zh: `${name} 引用文档以外的内容（链接、外部图片、附加模板或嵌入对象）`,
      en: `${name} refers to something outside the document: a link, a picture, a template or an object`,
    }
  return undefined
}

/** Word may cut the code of a field into several runs. */
function fieldCodes(xml: string): string {
  const simple = [...xml.matchAll(/<w:fldSimple\b[^>]*\bw:instr\s*=\s*["']([^"']*)/g)].map(([, code]) => code)
  const runs = [...xml.matchAll(/<w:instrText\b[^>]*>([^<]*)/g)].map(([, code]) => code)
  return [...simple, runs.join('')].join(' ')
}

function refused(zh: string, en: string): Opened {
  return { problem: { zh, en } }
}
