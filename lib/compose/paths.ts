import { type DataPath, type Finding, finding } from '../finding/finding.ts'
import type { DocumentKind, SourceDocument } from '../read/document.ts'
import { codes } from './codes.ts'

/** For each kind, which part of the path must equal which value; parts count from the end, without the extension. */
const identities: Partial<Record<DocumentKind, readonly (readonly [number, DataPath])[]>> = {
  services: [[1, ['category']]],
  jurisdiction: [[1, ['metadata', 'id']]],
  prices: [[1, ['jurisdiction']]],
  forms: [[1, ['jurisdiction']]],
  routines: [[1, ['jurisdiction']]],
  utilisation: [
    [2, ['month']],
    [3, ['jurisdiction']],
  ],
  ratification: [[1, ['record', 'number']]],
  unit: [
    [2, ['metadata', 'id']],
    [3, ['metadata', 'jurisdiction']],
  ],
  system: [
    [1, ['metadata', 'id']],
    [2, ['metadata', 'unit']],
    [3, ['metadata', 'jurisdiction']],
  ],
}

/** Where the ids in a document differ from the names of its file and folders. */
export function pathFindings(document: SourceDocument): readonly Finding[] {
  const parts = document.file.replace(/\.yaml$/, '').split('/')
  return (identities[document.kind] ?? []).flatMap(([fromEnd, path]) => {
    const expected = parts.at(-fromEnd)
    const actual = valueAt(document.value, path)
    if (expected === undefined || String(actual) === expected) return []
    return finding(codes.misplaced, document.at(path), {
      message: {
        zh: `${path.join('.')} 写作 ${String(actual)}，而文件位于 ${document.file}`,
        en: `${path.join('.')} says ${String(actual)}, and the file is ${document.file}`,
      },
      fix: { message: { zh: `改为 ${expected}`, en: `write ${expected}` }, replacement: expected },
    })
  })
}

function valueAt(value: unknown, path: DataPath): unknown {
  return path.reduce<unknown>(
    (node, key) =>
      typeof node === 'object' && node !== null
        ? new Map<unknown, unknown>(Object.entries(node)).get(key)
        : undefined,
    value,
  )
}
