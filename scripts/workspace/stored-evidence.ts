// The records of a repository as they lie there, on their branch or as files: nobody has verified them yet.
import { existsSync, readdirSync, statSync } from 'node:fs'
import { isAbsolute, join } from 'node:path'
import { evidenceFolder, type StoredRecord } from '../../lib/evidence/index.ts'
import { readRegularFile } from '../../lib/read/file.ts'
import type { Checkout } from '../git/call.ts'
import { evidenceTip, noEvidence, recordsAt } from '../git/evidence-branch.ts'

export interface StoredEvidence {
  readonly records: readonly StoredRecord[]
  /** The newest commit of its branch; undefined of files, whose history nobody knows. */
  readonly tip: string | undefined
}

/**
 * A folder counts where it is named, or where git has no evidence: beside a branch it could be an older state of it.
 *
 * @param named a ref, or the absolute path of a folder
 * @returns undefined where there is neither
 */
export function storedEvidence(checkout: Checkout, named: string | undefined): StoredEvidence | undefined {
  if (named !== undefined && isAbsolute(named)) return filesIn(named)
  const tip = evidenceTip(checkout, named)
  if (tip !== undefined) return { records: recordsAt(checkout, tip), tip }
  return named === undefined ? filesIn(join(checkout.root, evidenceFolder)) : undefined
}

/** The same for whoever needs some. @throws Refusal where there is neither */
export function requireEvidence(checkout: Checkout, named: string | undefined): StoredEvidence {
  const stored = storedEvidence(checkout, named)
  if (stored === undefined) throw noEvidence(named)
  return stored
}

function filesIn(folder: string): StoredEvidence | undefined {
  return isFolder(folder) ? { records: recordsIn(folder), tip: undefined } : undefined
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

const mostRecordBytes = 4 * 1024 * 1024

function recordsIn(folder: string): readonly StoredRecord[] {
  const years = readdirSync(folder)
    .filter(name => /^\d{4}$/.test(name) && isFolder(join(folder, name)))
    .sort()
  const paths = years.flatMap(year =>
    readdirSync(join(folder, year))
      .filter(name => name.endsWith('.json'))
      .sort()
      .map(name => `${year}/${name}`),
  )
  return paths.map(path => ({
    path,
    text: textIn(join(folder, path)) ?? '',
    signature: textIn(join(folder, `${path}.sig`)),
  }))
}

function textIn(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const content = readRegularFile(file, mostRecordBytes)
  return 'bytes' in content ? new TextDecoder().decode(content.bytes) : undefined
}
