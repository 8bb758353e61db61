import { strFromU8, strToU8, unzipSync, type Zippable, zipSync } from 'fflate'

/** Zip entries carry local times; the first moment that zip knows is the same everywhere. */
const epoch = (): Date => new Date(1980, 0, 1)

/** Names that stand in for an office face where it is not installed: Windows' own, then what Linux desktops have. */
const alternatives: readonly (readonly [name: string, alternative: string, family: string])[] = [
  ['方正小标宋简体', '小标宋', 'roman'],
  ['仿宋_GB2312', '仿宋', 'modern'],
  ['楷体_GB2312', '楷体', 'modern'],
  ['黑体', 'SimHei', 'modern'],
  ['宋体', 'SimSun', 'roman'],
  ['Segoe UI Symbol', 'DejaVu Sans', 'swiss'],
]

const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'

function fontTable(): string {
  const fonts = alternatives.map(
    ([name, alternative, family]) =>
      `<w:font w:name="${name}"><w:altName w:val="${alternative}"/><w:family w:val="${family}"/></w:font>`,
  )
  const namespace = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
  return `${declaration}<w:fonts xmlns:w="${namespace}">${fonts.join('')}</w:fonts>`
}

/** The library stamps the time of writing; a form's own day takes its place. */
function datedCore(xml: string, date: string): string {
  return xml.replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${date}T00:00:00Z`)
}

/** The library knows the switch for spaces between Chinese and figures; the one for Latin letters belongs beside it. */
function unspaced(xml: string): string {
  const figures = '<w:autoSpaceDN w:val="false"/>'
  return xml.replaceAll(figures, `<w:autoSpaceDE w:val="false"/>${figures}`)
}

/** A package of what the library has written, with the office's faces and the form's own day. */
export function settle(docx: Uint8Array, date: string): Uint8Array {
  const parts = Object.entries(unzipSync(docx)).map(
    ([name, bytes]) => [name, rewritten(name, bytes, date)] as const,
  )
  return pack(Object.fromEntries(parts))
}

/** The same package with the same bytes whenever and wherever it is made. */
export function pack(parts: Readonly<Record<string, Uint8Array>>): Uint8Array {
  const settled: Zippable = {}
  for (const name of Object.keys(parts).sort(packageOrder)) {
    const bytes = parts[name]
    if (bytes !== undefined) settled[name] = [bytes, { mtime: epoch(), level: 6, os: 0 }]
  }
  return zipSync(settled)
}

function rewritten(name: string, bytes: Uint8Array, date: string): Uint8Array {
  if (name === 'word/fontTable.xml') return strToU8(fontTable())
  if (name === 'docProps/core.xml') return strToU8(datedCore(strFromU8(bytes), date))
  if (name === 'word/document.xml') return strToU8(unspaced(strFromU8(bytes)))
  return bytes
}

/** `[Content_Types].xml` comes first, so that programs that sniff know the package by its beginning. */
function packageOrder(a: string, b: string): number {
  const first = '[Content_Types].xml'
  if (a === first) return -1
  if (b === first) return 1
  return a < b ? -1 : 1
}
