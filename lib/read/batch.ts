// Parses files and gives their values as JSON, which crosses threads and fits the cache better than objects do.
import type { Finding } from '../finding/finding.ts'
import type { DocumentKind } from './document.ts'
import { parseValue } from './parse.ts'

export interface WorkItem {
  readonly file: string
  readonly kind: DocumentKind
  readonly bytes: Uint8Array
}

export interface WorkResult {
  /** Absent when there are findings. */
  readonly json?: string
  readonly findings: readonly Finding[]
}

export function parseItems(items: readonly WorkItem[]): WorkResult[] {
  return items.map(({ file, kind, bytes }) => {
    const { value, findings } = parseValue(file, kind, bytes)
    return findings.length > 0 ? { findings } : { json: JSON.stringify(value), findings }
  })
}

/** Files for another thread: their bytes one after the other, so that one buffer moves instead of many being copied. */
export interface Batch {
  readonly files: readonly { readonly file: string; readonly kind: DocumentKind; readonly length: number }[]
  readonly bytes: Uint8Array<ArrayBuffer>
}

export function packed(items: readonly WorkItem[]): Batch {
  const bytes = new Uint8Array(items.reduce((sum, item) => sum + item.bytes.length, 0))
  let offset = 0
  const files = items.map(({ file, kind, bytes: own }) => {
    bytes.set(own, offset)
    offset += own.length
    return { file, kind, length: own.length }
  })
  return { files, bytes }
}

export function unpacked({ files, bytes }: Batch): WorkItem[] {
  let offset = 0
  return files.map(({ file, kind, length }) => {
    const own = bytes.subarray(offset, offset + length)
    offset += length
    return { file, kind, bytes: own }
  })
}
